import type { Field, FieldType } from '../work/model';

const SYSTEM = 'com.atlassian.jira.plugin.system.customfieldtypes';

interface Schema {
  readonly type: string;
  readonly items?: string;
  readonly custom: string;
}

const schemas: Readonly<Record<FieldType, Schema>> = {
  text: { type: 'string', custom: 'textfield' },
  paragraph: { type: 'string', custom: 'textarea' },
  'single-select': { type: 'option', custom: 'select' },
  'multi-select': { type: 'array', items: 'option', custom: 'multiselect' },
  'user-picker': { type: 'user', custom: 'userpicker' },
  'multi-user-picker': { type: 'array', items: 'user', custom: 'multiuserpicker' },
  'group-picker': { type: 'group', custom: 'grouppicker' },
  'multi-group-picker': { type: 'array', items: 'group', custom: 'multigrouppicker' },
  date: { type: 'date', custom: 'datepicker' },
  'date-time': { type: 'datetime', custom: 'datetime' },
  number: { type: 'number', custom: 'float' },
};

/** What kind of value a custom field holds, as Jira says it. */
export const schemaOf = ({ id, type }: Field) => ({
  ...schemas[type],
  custom: `${SYSTEM}:${schemas[type].custom}`,
  customId: Number(id.replace('customfield_', '')),
});
