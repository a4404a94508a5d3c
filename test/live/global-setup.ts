import { missing } from './stage';

/** Nothing is skipped in silence: without a site there is a message, and no green. */
function needSite(): void {
  const names = missing(process.env);
  if (names.length === 0) return;
  throw new Error(
    `npm run test:live asks a real Atlassian site. Set these variables:\n${names.join('\n')}\n`,
  );
}

// The form that Jest asks for.
export { needSite as default };
