import { z } from 'zod';
import { issueShape } from './issue';
import { fieldShape, projectShape, statusShape, workflowShape } from './model';

/** Everything that can happen to the service desks. `shownAt`: when the index begins to see an issue's change. */
const shownAt = z.number();

export const workChangeShapes = [
  z.strictObject({ kind: z.literal('issue.set'), issue: issueShape, shownAt }),
  z.strictObject({ kind: z.literal('issue.removed'), issueId: z.string(), shownAt }),
  z.strictObject({ kind: z.literal('field.set'), field: fieldShape }),
  z.strictObject({ kind: z.literal('status.set'), status: statusShape }),
  z.strictObject({ kind: z.literal('workflow.set'), workflow: workflowShape }),
  z.strictObject({ kind: z.literal('project.set'), project: projectShape }),
] as const;

export type WorkChange = Readonly<z.infer<(typeof workChangeShapes)[number]>>;

const kinds: readonly string[] = workChangeShapes.map(({ shape }) => shape.kind.value);
export const isWorkChange = (change: { readonly kind: string }): change is WorkChange =>
  kinds.includes(change.kind);
