/** The platform's longest delay of a queue event, and the longest it waits before it tries one again. */
export const LONGEST_SECONDS = 900;
