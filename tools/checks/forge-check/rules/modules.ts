import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readExpression } from '../../../simulator/forge/triggers/expression';
import { allModules, type Manifest, modulesOf, pagesOf, repeated, type Rule } from './shape';

const MOST_SCHEDULES = 5;
/** Who may be let in besides licensed users. */
const UNLICENSED = ['unlicensed', 'customer', 'anonymous'];

export const schedules: Rule = (manifest) => {
  const all = modulesOf(manifest, 'scheduledTrigger');
  const fast = all.filter(({ interval }) => interval === 'fiveMinute');
  return [
    ...(all.length > MOST_SCHEDULES ? [`${all.length} schedules: an app may have ${MOST_SCHEDULES}.`] : []),
    ...(fast.length > 1 ? [`${fast.length} schedules of fiveMinute: an app may have one.`] : []),
  ];
};

export const queues: Rule = (manifest) =>
  repeated(modulesOf(manifest, 'consumer').flatMap(({ queue }) => queue ?? [])).map(
    (queue) => `Two consumers for the queue ${queue}: only one of them would be given its events.`,
  );

export const routes: Rule = (manifest) =>
  allModules(manifest).flatMap((module) =>
    repeated(pagesOf(module).flatMap(({ route }) => route ?? [])).map(
      (route) => `Two pages of ${module.key} have the route ${route}.`,
    ),
  );

export const icons: Rule = (manifest) =>
  allModules(manifest)
    .flatMap((module) => [module, ...pagesOf(module)].flatMap(({ icon }) => icon ?? []))
    .filter((icon) => !found(icon, manifest))
    .map((icon) => `The icon ${icon} does not exist. Has the page been built?`);

function found(icon: string, { resources }: Manifest): boolean {
  const [, key, file = ''] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  const resource = resources.find((one) => one.key === key);
  return icon.startsWith('https://') || (resource !== undefined && existsSync(join(resource.path, file)));
}

export const unlicensedAccess: Rule = (manifest) =>
  allModules(manifest).flatMap(({ key, unlicensedAccess: kinds = [] }) =>
    kinds
      .filter((kind) => !UNLICENSED.includes(kind))
      .map((kind) => `${key} lets in "${kind}", which is nobody: ${UNLICENSED.join(', ')} exist.`),
  );

export const postFunctions: Rule = (manifest) =>
  modulesOf(manifest, 'jira:workflowPostFunction')
    .filter(({ resolver, create, edit, view }) => (create ?? edit ?? view) && !resolver)
    .map(({ key }) => `The pages of the post function ${key} have no resolver, so they could save nothing.`);

export const expressions: Rule = (manifest) =>
  modulesOf(manifest, 'trigger').flatMap(({ key, filter }) =>
    filter?.expression !== undefined && !parses(filter.expression)
      ? [`The filter of ${key} cannot be read, so every event would be dropped: ${filter.expression}`]
      : [],
  );

/** Only what Jira expressions have of JavaScript's grammar. */
function parses(expression: string): boolean {
  try {
    readExpression(expression);
    return true;
  } catch {
    return false;
  }
}
