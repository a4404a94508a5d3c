import { redirect, type Reply } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { actIn } from './portal-acts';
import { activity } from './portal-activity';
import { findPortal, linkTo, PORTALS } from './portal-desks';
import { participantBox } from './portal-participants';
import { readRequest, type Followed } from './portal-read';
import { approvalBoxes } from './work-approvals';
import type { Refused } from './work-call';
import { alert, crumbs, refusedPage, statusLozenge, when, workPage } from './work-page';
import { wordsOf } from './work-value';

/** `/servicedesk/customer/portal/{id}/{issueKey}`: one request as whoever may follow it sees it. */
export async function requestPage(scene: Scene, portalId: string, key: string): Promise<Reply> {
  const refused = scene.ask.method === 'POST' ? await actIn(scene, key) : undefined;
  if (scene.ask.method === 'POST' && !refused) return redirect(scene.ask.url.pathname);
  const followed = await readRequest(scene, key);
  if (!followed.ok) return refusedPage(scene, followed);
  const { pathname } = new URL(followed.value.request._links.web);
  if (!refused && pathname !== scene.ask.url.pathname) return redirect(pathname);
  const portal = await findPortal(scene, portalId);
  // Somebody may be asked to approve without being a customer of the portal.
  const way = portal.ok ? [PORTALS, linkTo(portal.value)] : [PORTALS];
  return show(scene, followed.value, { way, ...(refused && { refused }) });
}

interface Around {
  readonly way: readonly { readonly href: string; readonly name: string }[];
  readonly refused?: Refused;
}

function show(scene: Scene, followed: Followed, { way, refused }: Around): Reply {
  const { request, approvals, transitions } = followed;
  const { issueKey, summary, currentStatus, reporter, createdDate, requestType } = request;
  const main = html`${crumbs(...way)}
    <h1>${summary}</h1>
    <p>
      ${issueKey} ${statusLozenge(currentStatus.status, currentStatus.statusCategory)}
      ${requestType && `${requestType.name},`} raised by ${reporter?.displayName ?? 'a former user'}
      ${when(createdDate)}
    </p>
    ${alert(refused && (refused.message || Object.values(refused.errors).join(' ')))}
    ${followed.inJira && html`<p><a href="/browse/${issueKey}">View in Jira</a></p>`}
    ${approvalBoxes(approvals)} ${details(followed)} ${transitions.length > 0 && actions(transitions)}
    ${participantBox(followed, scene.session.person?.accountId)}
    ${activity(scene, followed, refused ? scene.ask : undefined)}`;
  return workPage(scene, { title: `${issueKey} ${summary}`, main, status: refused?.status ?? 200 });
}

const details = ({ request }: Followed): Html => {
  const lines = request.requestFieldValues.filter(
    ({ fieldId, value }) => fieldId !== 'summary' && wordsOf(value) !== '',
  );
  return html`<section aria-labelledby="details">
    <h2 id="details">Details</h2>
    ${lines.length === 0 && html`<p>No details were given.</p>`}
    <dl>
      ${lines.map(
        ({ label, value }) =>
          html`<dt>${label}</dt>
            <dd class="lines">${wordsOf(value)}</dd>`,
      )}
    </dl>
  </section>`;
};

const actions = (transitions: Followed['transitions']): Html =>
  html`<section aria-labelledby="actions">
    <h2 id="actions">Actions</h2>
    <form method="post" class="row">
      <input type="hidden" name="act" value="transition" />
      ${transitions.map(({ id, name }) => html`<button name="transitionId" value="${id}">${name}</button>`)}
    </form>
  </section>`;
