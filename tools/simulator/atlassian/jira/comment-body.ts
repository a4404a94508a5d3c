import { z } from 'zod';
import { adfShape, textOfAdf } from '../work/adf';
import { fieldErrors } from './issue-seen';

const Property = z.looseObject({ key: z.string(), value: z.unknown() });
const Body = z.looseObject({
  body: z.unknown(),
  properties: z.array(Property).nullish(),
  visibility: z.unknown().optional(),
});

/** Jira Service Management keeps a comment from customers by this property. */
const VISIBILITY = 'sd.public.comment';
const Internal = z.looseObject({ internal: z.boolean() });
const MOST = 32_767;

/** A comment as it is sent: its document, its properties, and whether customers will see it. */
export function readComment(sent: unknown) {
  const read = Body.safeParse(sent);
  if (!read.success || !adfShape.safeParse(read.data.body).success)
    throw fieldErrors({ comment: 'Comment body is not valid!' });
  const { body, visibility } = read.data;
  if (visibility !== undefined && visibility !== null)
    throw fieldErrors({ visibility: 'Comments for one group or role only are not switched on here.' });
  if (isBlank(body)) throw fieldErrors({ comment: 'Comment body can not be empty!' });
  if (JSON.stringify(body).length > MOST)
    throw fieldErrors({
      comment: 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
    });
  const properties = (read.data.properties ?? []).map(({ key, value }) => ({ key, value }));
  const internal = Internal.safeParse(properties.find(({ key }) => key === VISIBILITY)?.value);
  return { body, properties, public: !(internal.success && internal.data.internal) };
}

const isBlank = (body: unknown): boolean =>
  textOfAdf(body).trim() === '' && !JSON.stringify(body).includes('"type":"mention"');
