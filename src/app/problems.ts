import { Fault } from '../domain/fault';

/** The refusals that more than one use case gives, in one wording. */
export const connectionGone = () =>
  new Fault('not-found', 'This connection does not exist any more. Somebody may have disconnected it.');

export const somebodyElseChanged = (what: string) =>
  new Fault(
    'conflict',
    `Since you opened this, ${what} changed: somebody else saved, or an earlier try of yours did. ` +
      'Nothing was overwritten.',
  );

export const draftGone = () =>
  new Fault('not-found', 'The checked credential is no longer kept. Enter the token and check it again.', {
    fields: { apiToken: 'Enter the token and check it again. It was kept for 30 minutes only.' },
  });

export const nameTaken = {
  path: ['name'],
  message: 'Another connection has this name already. Choose another one.',
};
