const nothing = () => undefined;

/** The manifest's functions, none of which does anything: for code of a test that takes the place of one of them. */
export const idle = {
  onIssue: nothing,
  onWork: nothing,
  onFiveMinutes: nothing,
  onHour: nothing,
  onDay: nothing,
};
