import type { Exchange } from '../exchange';
import { textOfAdf } from '../work/adf';
import type { Field } from '../work/model';
import { showValue } from '../work/shown';
import { jsmDate, midnight } from './date';
import type { FormField } from './form';
import { jsmUserById } from './user';

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const rendered = (text: string) => ({
  html: text
    .split('\n')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('\n'),
});

function customValue(exchange: Exchange, field: Field, value: unknown): unknown {
  const { world } = exchange;
  const shown = showValue(field, value, {
    person: (accountId) => jsmUserById(exchange, accountId),
    group: (groupId) => {
      const name = world.state.groups.get(groupId)?.name;
      const self = `${world.baseUrl}/rest/api/2/group?groupId=${groupId}`;
      return name === undefined ? undefined : { name, groupId, self };
    },
    option: ({ id, value: label }) => ({
      self: `${world.baseUrl}/rest/api/2/customFieldOption/${id}`,
      value: label,
      id,
    }),
  });
  if (typeof shown !== 'string') return shown;
  if (field.type === 'date-time') return jsmDate(exchange, Date.parse(shown));
  return field.type === 'date' ? { ...jsmDate(exchange, midnight(exchange, shown)), jira: shown } : shown;
}

/** One line of a request as its portal page shows it: texts also as HTML, without `value` when it is empty. */
export function fieldValueToWire(exchange: Exchange, { fieldId, name, field }: FormField, value: unknown) {
  const line = { fieldId, label: name };
  if (value === null || value === undefined) return line;
  if (fieldId === 'description' || field?.type === 'paragraph') {
    const text = textOfAdf(value);
    return { ...line, value: text, renderedValue: rendered(text) };
  }
  return { ...line, value: field ? customValue(exchange, field, value) : value };
}
