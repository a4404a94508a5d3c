/** Someone in the directory. `id` is native to the target system; in Atlassian Cloud it is the account id. */
export interface Principal {
  readonly id: string;
  readonly name: string;
}

/** Something that can be opened to people. `kind` begins with its connector's key, so no two connectors share one. */
export interface Resource {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** One way in to one resource: "member of HR readers". */
export interface Entitlement {
  readonly resource: Resource;
  readonly role: string;
}
