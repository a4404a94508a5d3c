import type { AppManifest } from './manifest';
import type { Invocation } from './invocation';
import type { AppInstallation, PlatformPrincipal, ResolverCall } from './platform';

const APP_VERSION = '1.0.0';

/** The fields of `__forge_runtime__` that Atlassian's packages read. `kvs` stays unset: see `@forge/kvs`. */
export function runtimeOf(manifest: AppManifest, invocation: Invocation): object {
  const { installation, moduleKey, principal } = invocation.options;
  const { scopes, egress } = manifest;
  return {
    appContext: {
      appId: manifest.appId,
      appVersion: APP_VERSION,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      invocationId: invocation.id,
      installationId: installation.id,
      moduleKey,
      ...licenseOf(manifest, installation),
      installation: installationOf(installation),
      permissions: { scopes, external: { fetch: { backend: egress } } },
    },
    aaid: principal?.accountId,
    contextAri: contextOf(installation),
    lambdaContext: { getRemainingTimeInMillis: () => invocation.remainingMs() },
    metrics: {
      counter: () => ({ incr: () => undefined, decr: () => undefined }),
      timing: () => ({ measure: () => ({ stop: () => undefined }) }),
    },
    externalAuth: [],
  };
}

/** The second argument of every function. Without a principal for work that nobody asked for. */
export const contextArgument = (
  manifest: AppManifest,
  installation: AppInstallation,
  who?: PlatformPrincipal,
) => ({
  installContext: contextOf(installation),
  ...(who && { principal: { accountId: who.accountId } }),
  ...licenseOf(manifest, installation),
  installation: installationOf(installation),
});

/** The first argument of a resolver function. https://developer.atlassian.com/platform/forge/runtime-reference/forge-resolver/ */
export const resolverArgument = (type: string, installation: AppInstallation, call: ResolverCall) => ({
  call: { functionKey: call.functionKey, ...(call.payload !== undefined && { payload: call.payload }) },
  context: {
    accountId: call.principal.accountId,
    accountType: call.principal.accountType,
    cloudId: installation.site.cloudId,
    siteUrl: installation.site.baseUrl,
    moduleKey: call.moduleKey,
    localId: `ari:cloud:ecosystem::extension/${installation.id}/${call.moduleKey}`,
    environmentId: installation.environmentId,
    environmentType: installation.environmentType,
    extension: { type },
  },
});

export const scheduleArgument = (installation: AppInstallation, moduleKey: string) => ({
  context: { cloudId: installation.site.cloudId, moduleKey },
  contextToken: `context-token-of-${installation.id}`,
});

const contextOf = ({ site }: AppInstallation) => `ari:cloud:jira::site/${site.cloudId}`;

const installationOf = ({ id, site }: AppInstallation) => ({
  ari: { installationId: id, toString: () => `ari:cloud:ecosystem::installation/${id}` },
  contexts: [{ cloudId: site.cloudId, toString: () => `ari:cloud:jira::site/${site.cloudId}` }],
});

/** Free apps and other environments than production have none. */
const licenseOf = ({ licensed }: AppManifest, { environmentType, licenseActive = true }: AppInstallation) =>
  licensed && environmentType === 'PRODUCTION'
    ? { license: { active: licenseActive, isActive: licenseActive } }
    : {};

/** Whether a filter with `appIsLicensed` lets something through. */
export const isLicensed = (manifest: AppManifest, installation: AppInstallation): boolean =>
  licenseOf(manifest, installation).license?.active ?? true;
