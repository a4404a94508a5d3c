import { z } from 'zod';

const Page = z.looseObject({ route: z.string().optional(), icon: z.string().optional() });

const Module = z.looseObject({
  key: z.string().optional(),
  icon: z.string().optional(),
  interval: z.string().optional(),
  queue: z.string().optional(),
  unlicensedAccess: z.array(z.string()).optional(),
  events: z.array(z.union([z.string(), z.looseObject({ eventType: z.string() })])).optional(),
  filter: z.looseObject({ expression: z.string().optional() }).optional(),
  pages: z.array(Page).optional(),
  sections: z.array(z.looseObject({ pages: z.array(Page).default([]) })).optional(),
  resolver: z.unknown().optional(),
});
export type Module = z.output<typeof Module>;

const Index = z.union([
  z.string(),
  z.looseObject({
    name: z.string(),
    range: z.array(z.string()).default([]),
    partition: z.array(z.string()).default([]),
  }),
]);

const Entity = z.looseObject({
  name: z.string(),
  attributes: z.record(z.string(), z.looseObject({ type: z.string() })),
  indexes: z.array(Index).default([]),
});

/** As much of a manifest as the rules of this folder look at. Everything else passes through unread. */
export const Manifest = z.looseObject({
  app: z.looseObject({
    id: z.string(),
    runtime: z.looseObject({ name: z.string(), memoryMB: z.number().optional() }),
    compatibility: z.record(z.string(), z.looseObject({ required: z.boolean().optional() })).default({}),
    storage: z.looseObject({ entities: z.array(Entity).default([]) }).optional(),
  }),
  modules: z.record(z.string(), z.array(Module)),
  resources: z.array(z.looseObject({ key: z.string(), path: z.string() })).default([]),
});
export type Manifest = z.output<typeof Manifest>;

/** One more thing that Atlassian's validators let pass and the platform does not. Answers a sentence for each fault. */
export type Rule = (manifest: Manifest) => readonly string[];

export const modulesOf = (manifest: Manifest, type: string): readonly Module[] =>
  manifest.modules[type] ?? [];
export const allModules = ({ modules }: Manifest): readonly Module[] => Object.values(modules).flat();
export const pagesOf = ({ pages = [], sections = [] }: Module) => [
  ...pages,
  ...sections.flatMap((one) => one.pages),
];
export const repeated = (values: readonly string[]) => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];
