import type { Exchange } from '../exchange';
import type { Field, Project, RequestType } from '../work/model';
import { deskRoleOf, isStaff } from './desk-role';
import { schemaOf } from './field-schema';
import { expandsOf } from './paging';

/** The fields that every issue has, as far as request types use them. */
const SYSTEM: Readonly<Record<string, string>> = { summary: 'Summary', description: 'Description' };

export interface FormField {
  readonly fieldId: string;
  readonly name: string;
  readonly required: boolean;
  readonly visible: boolean;
  /** Absent: a system field. */
  readonly field?: Field;
}

/** The form as it is now: without fields that have been deleted. */
export function formOf({ world }: Pick<Exchange, 'world'>, type: RequestType): readonly FormField[] {
  return type.fields.flatMap(({ fieldId, required, visible }) => {
    const system = SYSTEM[fieldId];
    if (system !== undefined) return { fieldId, name: system, required, visible };
    const field = world.work.fields.get(fieldId);
    return field && !field.deleted ? { fieldId, name: field.name, required, visible, field } : [];
  });
}

const fieldToWire = ({ fieldId, name, required, visible, field }: FormField) => ({
  fieldId,
  name,
  description: '',
  required,
  defaultValues: [],
  validValues: (field?.options ?? [])
    .filter(({ disabled }) => !disabled)
    .map(({ id, value }) => ({ value: id, label: value, children: [] })),
  presetValues: [],
  jiraSchema: field ? schemaOf(field) : { type: 'string', system: fieldId },
  visible,
});

/** Hidden fields are told to administrators of the desk alone, and to them when they ask. */
export function formToWire(
  exchange: Exchange,
  { project, type }: { readonly project: Project; readonly type: RequestType },
) {
  const hidden = expandsOf(exchange).includes('hiddenFields') && deskRoleOf(exchange, project) === 'admin';
  const staff = isStaff(exchange, project);
  return {
    requestTypeFields: formOf(exchange, type)
      .filter(({ visible }) => visible || hidden)
      .map(fieldToWire),
    canRaiseOnBehalfOf: staff,
    canAddRequestParticipants: staff,
  };
}
