import { z } from 'zod';

const Name = z.string().min(1);
const Address = z.union([Name, z.object({ address: Name })]);
const Scopes = z.union([
  z.array(Name),
  z.record(Name, z.object({ allowImpersonation: z.boolean().optional() }).nullable()),
]);

const Entity = z.object({
  name: z.string().min(3).max(60),
  attributes: z.record(Name, z.object({ type: z.enum(['string', 'integer', 'float', 'boolean', 'any']) })),
  indexes: z
    .array(
      z.union([
        Name,
        z.object({ name: Name, partition: z.array(Name).optional(), range: z.array(Name).optional() }),
      ]),
    )
    .max(7)
    .default([]),
});

const Filter = z.object({
  ignoreSelf: z.boolean().default(false),
  appIsLicensed: z.boolean().default(false),
  expression: z.string().exactOptional(),
  onError: z.enum(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG']).default('IGNORE_AND_LOG'),
});

const AnyModule = z.looseObject({ key: Name, resolver: z.object({ function: Name }).optional() });

/** The parts of a manifest that the host acts on. Whether the rest is right is for Atlassian's own validators. */
export const Manifest = z.object({
  app: z.object({
    id: z.string().startsWith('ari:cloud:ecosystem::app/'),
    licensing: z.object({ enabled: z.boolean() }).optional(),
    compatibility: z.record(Name, z.unknown()).optional(),
    storage: z.object({ entities: z.array(Entity).max(20).optional() }).optional(),
  }),
  modules: z
    .object({
      function: z.array(
        z.object({
          key: z.string().min(1).max(23),
          handler: z.string().regex(/^[\w/-]+\.\w+$/),
          timeoutSeconds: z.int().min(1).max(900).exactOptional(),
        }),
      ),
      scheduledTrigger: z
        .array(
          z.looseObject({
            key: Name,
            function: Name,
            interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
            filter: z.object({ appIsLicensed: z.boolean().default(false) }).default({ appIsLicensed: false }),
            resolver: z.undefined().optional(),
          }),
        )
        .max(5)
        .default([]),
      trigger: z
        .array(
          z.looseObject({
            key: Name,
            function: Name,
            events: z.array(Name).min(1),
            filter: Filter.prefault({}),
            resolver: z.undefined().optional(),
          }),
        )
        .default([]),
      consumer: z
        .array(
          z.looseObject({
            key: Name,
            queue: z.string().regex(/^[a-zA-Z0-9-_]{1,36}$/),
            function: Name,
            resolver: z.undefined().optional(),
          }),
        )
        .default([]),
    })
    .catchall(z.array(AnyModule)),
  permissions: z
    .object({
      scopes: Scopes.default([]),
      external: z.object({ fetch: z.object({ backend: z.array(Address).optional() }).optional() }).optional(),
    })
    .default({ scopes: [] }),
});

export type RawManifest = z.output<typeof Manifest>;
