import { z } from 'zod';
import type { CredentialInput, Facts } from '../connector';

/** Controls, invisible and direction-changing characters, line breaks, halves of a character, and blank letters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
/** What makes a sign colourful is no character of its own: allowed after such a sign, and nowhere else. */
const COLOUR = /(?<=\p{Extended_Pictographic})\ufe0f/gu;
const hidesSomething = (name: string): boolean => UNSEEN.test(name.replace(COLOUR, ''));
/** Opaque in Atlassian's words, at most 128 characters long. */
const ID = /^[^\s\p{C}]{1,128}$/u;

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const areIds = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isId);
const isDate = (value: string): boolean => z.iso.date().safeParse(value).success;

/** A form may be sent whole: the fields of its other half are left alone. A field that nobody has drawn is refused. */
const ignored = z.unknown().optional();
const unknownField = z.unknown().refine(() => false, 'This form has no such field.');

const factShape = {
  name: z
    .string('Give the connection a name.')
    .trim()
    .min(1, 'Give the connection a name.')
    .max(100, 'Use at most 100 characters.')
    .refine((name) => !hidesSomething(name), 'The name holds a character that cannot be seen. Type it anew.'),
  tokenExpiresOn: z
    .string('Enter a date.')
    .trim()
    .refine((text) => text === '' || isDate(text), 'Enter a real date, for example 2027-03-31.')
    .optional(),
  applicationAdmin: z
    .string('Choose the person in charge.')
    .trim()
    .min(1, 'Choose the person in charge.')
    .refine((id) => id === '' || isId(id), 'Choose a person from the list.'),
  defaultGroups: z
    .custom<readonly string[]>(areIds, 'Choose groups from the list.')
    .refine(({ length }) => length >= 1, 'Choose at least one group.')
    .refine(({ length }) => length <= 25, 'Choose at most 25 groups.')
    .refine((ids) => new Set(ids).size === ids.length, 'Choose each group once.'),
};

const credentialShape = {
  adminEmail: z
    .string('Enter the email of the admin account.')
    .trim()
    .min(1, 'Enter the email of the admin account.')
    .max(254, 'This is too long for an email address.')
    .pipe(z.email('Enter a full email address, for example ann@example.com.')),
  apiToken: z
    .string('Enter the API token.')
    .trim()
    .min(1, 'Enter the API token.')
    .max(1000, 'This is too long for an API token.')
    .refine(
      (token) => /^[\x21-\x7e]*$/.test(token),
      'An API token has no blanks and no special letters. Copy it anew.',
    ),
};

export const facts: z.ZodType<Facts> = z
  .object({ ...factShape, adminEmail: ignored, apiToken: ignored })
  .catchall(unknownField)
  .transform(({ name, applicationAdmin, defaultGroups, tokenExpiresOn }) => ({
    name,
    applicationAdmin,
    defaultGroups,
    ...(tokenExpiresOn && { tokenExpiresOn }),
  }));

const others = { name: ignored, tokenExpiresOn: ignored, applicationAdmin: ignored, defaultGroups: ignored };

export const credential: z.ZodType<CredentialInput> = z
  .object({ ...credentialShape, ...others })
  .catchall(unknownField)
  .transform(({ adminEmail, apiToken }) => ({ adminEmail, apiToken }));
