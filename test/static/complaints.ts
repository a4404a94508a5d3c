/** What React and others complained about on the console. A test that leaves one here fails. */
export const complaints: string[] = [];
