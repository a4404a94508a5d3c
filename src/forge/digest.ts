import { createHash } from 'node:crypto';

/** The same for the same text, and nothing can be read from it. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40);
