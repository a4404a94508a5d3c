import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import type { Stage } from './stage';

export const approversField = acme.desk.fields.approvers.id;
export const askedNow = /^Asked for the approval of this request now: /;

export const inField = ({ site }: Stage, id: string) => site.work.issue(id).fields[approversField];

/** Tickets that nobody is asked about, as the banner counts and lists them, with the reason. */
export async function unasked({ call }: Stage) {
  const { items } = valueOf(await call('request.list', { alert: 'unasked' }));
  const { unasked: counted } = valueOf(await call('request.alerts'));
  if (counted !== items.length) throw new Error(`Counted ${counted}, listed ${items.length}.`);
  return items.map(({ issueId, why }) => [issueId, why]);
}

/** What the trail says of the asking. */
export const happened = async ({ view }: Stage, id: string) =>
  (await view(id)).timeline
    .filter(({ what }) => /routed|asked|unasked/.test(what))
    .map(({ what, detail }) => `${what} ${String(detail['people'] ?? detail['asked'] ?? detail['why'])}`);

export const saying = (stage: Stage, id: string, words: RegExp) =>
  stage.said(id).filter((text) => words.test(text));
