import { z } from 'zod';

/** What comes back from storage is input like any other. Times rest as ISO text. */
export const date = z.iso.datetime().transform((text) => new Date(text));
export const ids = z.array(z.string()).readonly();
