import { callFor } from './agent-acts';
import { drawEdits, editErrors, saveEdits, type NotSaved } from './agent-edit';
import { commentList, historyTable } from './agent-history';
import { readWorked, type Worked } from './agent-read';
import { redirect, type Reply } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { approvalBoxes } from './work-approvals';
import { asPerson, done, type Refused } from './work-call';
import { timeZoneOf } from './work-form';
import { alert, crumbs, refusedPage, statusLozenge, workPage } from './work-page';

/** What came of a form that was sent. */
interface Outcome {
  readonly notSaved?: NotSaved;
  readonly refused?: Refused;
}

/** `/browse/{issueKey}`: one issue as those who work on it have it before them. */
export async function issuePage(scene: Scene, key: string): Promise<Reply> {
  const timeZone = await timeZoneOf(scene);
  const before = await readWorked(scene, key);
  if (!before.ok) return refusedPage(scene, before);
  if (scene.ask.method !== 'POST') return show(scene, before.value, { timeZone });
  const outcome = await act(scene, before.value, timeZone);
  if (!outcome.notSaved && !outcome.refused) return redirect(scene.ask.url.pathname);
  return show(scene, before.value, { timeZone, ...outcome });
}

async function act(scene: Scene, worked: Worked, timeZone: string): Promise<Outcome> {
  const form = new URLSearchParams(scene.ask.body);
  if (form.get('act') === 'edit') {
    const notSaved = await saveEdits(scene, worked, timeZone);
    return notSaved ? { notSaved } : {};
  }
  const answer = await asPerson(scene, callFor(form, worked.issue.key), done);
  return answer.ok ? {} : { refused: answer };
}

type Shown = Outcome & { readonly timeZone: string };

function show(scene: Scene, worked: Worked, { notSaved, refused, timeZone }: Shown): Reply {
  const { issue, request, approvals } = worked;
  const { summary, project, status } = issue.fields;
  const queue = `/jira/servicedesk/projects/${project.key}/queues`;
  const words = refused && [refused.message, ...Object.values(refused.errors)].filter(Boolean).join(' ');
  const main = html`${crumbs({ href: queue, name: project.name })}
    <h1>${summary}</h1>
    <p>
      ${issue.key} ${statusLozenge(status.name, CATEGORIES[status.statusCategory.key] ?? 'NEW')}
      ${request?.requestType.name ?? issue.fields.issuetype.name}
      ${request && html`<a href="${new URL(request._links.web).pathname}">View in portal</a>`}
    </p>
    ${alert(words)}${notSaved && editErrors(notSaved)} ${moves(worked)}${approvalBoxes(approvals)}
    ${drawEdits(scene, worked, { timeZone, ...(notSaved && { notSaved }) })}
    ${commentList(worked, { timeZone, residents: scene.stage.residents, ...(refused && { failed: scene.ask }) })}
    ${historyTable(worked, timeZone)}`;
  const code = notSaved?.status ?? refused?.status ?? 200;
  return workPage(scene, { title: `${issue.key} ${summary}`, main, status: code });
}

const CATEGORIES: Readonly<Record<string, string>> = { done: 'DONE', indeterminate: 'INDETERMINATE' };

const moves = ({ transitions }: Worked): Html =>
  html`<section aria-labelledby="transitions">
    <h2 id="transitions">Transitions</h2>
    ${transitions.length === 0 && html`<p>Nothing can be done from here.</p>`}
    <form method="post">
      <input type="hidden" name="act" value="transition" />
      <ul class="cards moves">
        ${transitions.map(
          ({ id, name, to }) =>
            html`<li><button name="transitionId" value="${id}">${name}</button> to ${to.name}</li>`,
        )}
      </ul>
    </form>
  </section>`;
