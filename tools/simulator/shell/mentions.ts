import type { Residents } from './stage';

/** A text with the names of those whom it mentions by their account ids. */
export const withNames = (text: string, residents: Residents): string =>
  text.replace(
    /\[~accountid:([^\]]*)\]/g,
    (_, accountId: string) => `@${residents.findPerson(accountId)?.name ?? 'Former user'}`,
  );
