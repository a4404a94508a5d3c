import type {
  AdminPolicy,
  Connector,
  Credential,
  HttpRequest,
  HttpResponse,
  Installation,
  Target,
} from '../../../src/connectors/connector';
import type { Entitlement, Principal } from '../../../src/domain/access';
import { Fault } from '../../../src/domain/fault';

/** One connector before one target that it may really change. */
export interface Stage {
  readonly connector: Connector;
  readonly installation: Installation;
  /** A working one, with what a check has found out. */
  readonly credential: Credential;
  readonly policy: AdminPolicy;
  /** The only places to which the credential may go, each ending in a slash. */
  readonly homes: readonly string[];
  /** Somebody with the application's licence, and something that they do not hold. */
  readonly who: Principal;
  readonly email: string;
  readonly what: Entitlement;
  /** Something that makes people administrators, and may be given where a rule names it. */
  readonly privileged?: Entitlement;
  /** Things that nobody may give or take through this connector, whatever names them. */
  readonly closed?: readonly Entitlement[];
  /** Somebody who holds more than one page of a list shows. A live target may have nobody. */
  readonly busy?: { readonly who: Principal; readonly count: number };
  /** An address that nobody has. Absent where no invitation may be sent. */
  readonly stranger?: string;
  /** An id that nobody and nothing has. */
  readonly nobody: string;
  /** Lets time pass before something is tried again. */
  pause(seconds: number): Promise<void>;
}

export type Setup = () => Stage | Promise<Stage>;

type Send = () => Promise<HttpResponse>;
/** Stands between the connector and its target: sends a request on, or does something else with it. */
export type Meddler = (request: HttpRequest, send: Send) => Promise<HttpResponse>;

export const isWrite = ({ method }: HttpRequest): boolean => method !== 'GET';

export function open(stage: Stage, meddle: Meddler = (_request, send) => send()): Target {
  const { connector, credential, installation } = stage;
  const http = (request: HttpRequest) => meddle(request, () => installation.http(request));
  return connector.open(credential, { ...installation, http });
}

const TRIES = 6;

/** As a worker does it: what the Fault calls a matter of time is tried again later. */
export async function patiently<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'target-unavailable' || tried === TRIES) throw error;
      await stage.pause(error.retryAfterSeconds ?? 5);
    }
  }
}

/** Whether the person holds it now, asked undisturbed. */
export const holds = (stage: Stage): Promise<boolean> =>
  patiently(stage, async () => {
    const held = await open(stage).holdings(stage.who);
    return held.some(({ resource }) => resource.id === stage.what.resource.id);
  });

export const cutOff = (): Fault => new Fault('target-unavailable', 'There was no answer.');
