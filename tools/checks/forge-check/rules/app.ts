import type { Rule } from './shape';

const ID = /^ari:cloud:ecosystem::app\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Runtimes that the schema still knows and the platform no longer deploys. */
const RETIRED = ['nodejs18.x', 'nodejs20.x'];
const MEMORY_MB = { least: 128, most: 1024 };

export const appId: Rule = ({ app }) =>
  ID.test(app.id) ? [] : [`app.id is not an app's identifier: ${app.id}. \`forge register\` writes one.`];

export const runtime: Rule = ({ app }) =>
  RETIRED.includes(app.runtime.name)
    ? [`${app.runtime.name} is retired: nothing can be deployed on it.`]
    : [];

export const memory: Rule = ({
  app: {
    runtime: { memoryMB = 512 },
  },
}) =>
  // prettier-ignore
  memoryMB < MEMORY_MB.least || memoryMB > MEMORY_MB.most
    ? [`memoryMB is ${memoryMB}: the platform gives ${MEMORY_MB.least} to ${MEMORY_MB.most}.`]
    : [];

export const requiredProduct: Rule = ({ app }) =>
  Object.values(app.compatibility).some(({ required }) => required)
    ? []
    : ['No product is required, so the app could be installed where it has no page.'];
