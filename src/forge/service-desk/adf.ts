import { z } from 'zod';
import type { Message, MessagePart } from '../../domain/message';

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/ */
const node = z.object({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.object({ text: z.string().optional() }).optional().catch(undefined),
  content: z.array(z.unknown()).optional(),
});

const blocks = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'rule', 'tableRow']);

/** What a document says, without its looks: one line for each block. */
export function textOf(document: unknown): string {
  const lines: string[] = [''];
  const add = (text: string) => lines.push((lines.pop() ?? '') + text);
  const walk = (raw: unknown): void => {
    const parsed = node.safeParse(raw);
    if (!parsed.success) return;
    const { type, text, attrs, content = [] } = parsed.data;
    if (type === 'hardBreak' || (blocks.has(type) && lines.at(-1) !== '')) lines.push('');
    add(text ?? attrs?.text ?? '');
    content.forEach(walk);
  };
  walk(document);
  return lines.join('\n').trim();
}

/** A message as a document. Text stays text: no markup is read out of it. */
export const documentOf = ({ paragraphs }: Message) => ({
  type: 'doc',
  version: 1,
  content: paragraphs.map((parts) => ({ type: 'paragraph', content: parts.flatMap(nodeOf) })),
});

/** Jira refuses a text node without text. */
function nodeOf(part: MessagePart): readonly object[] {
  if (part.kind === 'person') return [{ type: 'mention', attrs: { id: part.id } }];
  return part.text === '' ? [] : [{ type: 'text', text: part.text }];
}
