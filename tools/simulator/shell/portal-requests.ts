import type { Reply } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { helpTabs } from './portal-desks';
import { table } from './table';
import { asPerson } from './work-call';
import { jsmPage } from './work-lists';
import { refusedPage, statusLozenge, tab, when, workPage } from './work-page';
import { requestShape, type CustomerRequest } from './work-shapes';

const OWN = 'requestOwnership=OWNED_REQUESTS&requestOwnership=PARTICIPATED_REQUESTS';

/** The choices of the page, by the value of `show`. */
const FILTERS = {
  open: { label: 'Open', query: `${OWN}&requestStatus=OPEN_REQUESTS` },
  closed: { label: 'Closed', query: `${OWN}&requestStatus=CLOSED_REQUESTS` },
  all: { label: 'All', query: `${OWN}&requestStatus=ALL_REQUESTS` },
  approve: { label: 'To approve', query: 'requestOwnership=APPROVER&approvalStatus=MY_PENDING_APPROVAL' },
  answered: { label: 'Answered', query: 'requestOwnership=APPROVER&approvalStatus=MY_HISTORY_APPROVAL' },
} as const;
type Filter = keyof typeof FILTERS;

const isFilter = (name: string): name is Filter => Object.hasOwn(FILTERS, name);
const filters = Object.keys(FILTERS).filter(isFilter);

const HERE = '/servicedesk/customer/user/requests';
const list = jsmPage(requestShape);

/** `/servicedesk/customer/user/requests`: one's own, and those that wait for one's approval. */
export async function requestsPage(scene: Scene): Promise<Reply> {
  const { searchParams } = scene.ask.url;
  const wanted = searchParams.get('show') ?? 'open';
  const show = isFilter(wanted) ? wanted : 'open';
  const start = Number.parseInt(searchParams.get('start') ?? '0', 10) || 0;
  const path = `/rest/servicedeskapi/request?${FILTERS[show].query}&expand=requestType&start=${start}`;
  const found = await asPerson(scene, { path }, list);
  if (!found.ok) return refusedPage(scene, found);
  const { values, limit, isLastPage } = found.value;
  const main = html`<h1>My requests</h1>
    ${helpTabs('requests')}
    <nav class="row tabs" aria-label="Filter">
      ${filters.map((name) => tab(`${HERE}?show=${name}`, FILTERS[name].label, name === show))}
    </nav>
    ${table({
      name: 'Requests',
      columns: ['Request', 'Key', 'Type', 'Status', 'Raised by', 'Created'],
      rows: values.map(row),
      empty: 'No requests here.',
    })}
    <p class="row">
      ${start > 0 && html`<a href="${HERE}?show=${show}&start=${Math.max(0, start - limit)}">Previous</a>`}
      ${!isLastPage && html`<a href="${HERE}?show=${show}&start=${start + limit}">Next</a>`}
    </p>`;
  return workPage(scene, { title: 'My requests', main });
}

const row = (request: CustomerRequest): Html =>
  html`<tr>
    <th scope="row"><a href="${new URL(request._links.web).pathname}">${request.summary}</a></th>
    <td>${request.issueKey}</td>
    <td>${request.requestType?.name}</td>
    <td>${statusLozenge(request.currentStatus.status, request.currentStatus.statusCategory)}</td>
    <td>${request.reporter?.displayName}</td>
    <td>${when(request.createdDate)}</td>
  </tr>`;
