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

/** Somebody else worked on the same thing in the same moment. To be looked at again, from the start. */
export const meanwhile = () =>
  new Fault('conflict', 'Somebody else is working on this at the moment. Try again in a few seconds.', {
    retryable: true,
    retryAfterSeconds: 5,
  });

/** What a site shows of access that another grant has just lost may be over: seconds as a rule. */
export const justTaken = () =>
  new Fault(
    'conflict',
    'The app has just taken this access back for another request, and does not know yet whether it is gone.',
    {
      retryable: true,
      retryAfterSeconds: 30,
      remedy: 'It goes on by itself within minutes. Look at the grants of that person meanwhile.',
    },
  );

const toRequests = { remedy: 'Go to the page Requests and look for it there.' };
export const requestGone = () => new Fault('not-found', 'This app knows no such request.', toRequests);
export const grantGone = () => new Fault('not-found', 'This app knows no such grant.', toRequests);
export const forbiddenToExtend = () =>
  new Fault('not-allowed', 'Nobody decides about access of their own.', {
    remedy: 'Ask another administrator to do this.',
  });
export const goneAlready = () =>
  new Fault(
    'conflict',
    'Atlassian does not show this access any more, so it cannot be made to last longer.',
    {
      remedy:
        'Choose Retry removal to have its end seen. If it is still needed, have the request raised again.',
    },
  );
export const ruleGone = () =>
  new Fault('not-found', 'This rule does not exist any more. Somebody may have deleted it.', {
    remedy: 'Go to the page Automation and load the list again.',
  });

export const usedLately = () =>
  new Fault(
    'conflict',
    'Access was given through this connection a moment ago, and it could not be taken back without it.',
    {
      remedy: 'Try again in a quarter of an hour. Until then nobody can be sure to see all that was given.',
    },
  );

export const stillNeeded = () =>
  new Fault(
    'conflict',
    'People still hold access that was given through this connection, and it could not be taken back without it.',
    { remedy: 'Withdraw that access on the page Requests first, or wait until it has ended.' },
  );
