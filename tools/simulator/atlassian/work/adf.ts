import { z } from 'zod';

/** Atlassian Document Format, as far as the site looks into it. */
export const adfShape = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(z.looseObject({ type: z.string() })),
});
const Node = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.looseObject({ id: z.string().optional() }).optional(),
  content: z.array(z.unknown()).optional(),
});

/** A plain text as a document: one paragraph for each line. */
export const adfOf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  })),
});

/** The text of a document, one line for each block. Who is mentioned is named as in wiki markup, by account id. */
export function textOfAdf(value: unknown): string {
  const node = Node.safeParse(value);
  if (!node.success) return '';
  const { type, text = '', attrs, content = [] } = node.data;
  if (type === 'text') return text;
  if (type === 'mention') return `[~accountid:${attrs?.id ?? ''}]`;
  if (type === 'hardBreak') return '\n';
  return content.map(textOfAdf).join(['paragraph', 'heading', 'codeBlock'].includes(type) ? '' : '\n');
}
