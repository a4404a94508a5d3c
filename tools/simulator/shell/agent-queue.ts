import { z } from 'zod';
import type { Reply } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { table } from './table';
import { asPerson } from './work-call';
import { crumbs, refusedPage, statusLozenge, tab, workPage } from './work-page';
import { wordsOf } from './work-value';

const PROJECTS = { href: '/jira/servicedesk/projects', name: 'Service projects' };
const project = z.object({ key: z.string(), name: z.string() });
const projects = z.object({ values: z.array(project) });

/** `/jira/servicedesk/projects`: those whose issues, or settings, the person may see. */
export async function projectsPage(scene: Scene): Promise<Reply> {
  const path = '/rest/api/3/project/search?typeKey=service_desk';
  const found = await asPerson(scene, { path }, projects);
  if (!found.ok) return refusedPage(scene, found);
  const { values } = found.value;
  const main = html`<h1>Service projects</h1>
    ${values.length === 0 && html`<p>You work on no service project.</p>`}
    <ul class="cards">
      ${values.map(({ key, name }) => html`<li><a href="${PROJECTS.href}/${key}/queues">${name}</a></li>`)}
    </ul>`;
  return workPage(scene, { title: 'Service projects', main });
}

/** The queues, by the value of `show`. */
const QUEUES = {
  open: { label: 'Open', jql: 'statusCategory != Done' },
  closed: { label: 'Closed', jql: 'statusCategory = Done' },
  mine: { label: 'Assigned to me', jql: 'assignee = currentUser()' },
} as const;
type Queue = keyof typeof QUEUES;

const isQueue = (name: string): name is Queue => Object.hasOwn(QUEUES, name);
const queues = Object.keys(QUEUES).filter(isQueue);

const found = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string(),
        status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
        reporter: z.unknown(),
        assignee: z.unknown(),
        created: z.string(),
      }),
    }),
  ),
  nextPageToken: z.string().optional(),
});
type Row = z.output<typeof found>['issues'][number];

/** `/jira/servicedesk/projects/{key}/queues`: the project's issues, the newest first. */
export async function queuePage(scene: Scene, key: string): Promise<Reply> {
  const { searchParams, pathname } = scene.ask.url;
  const named = await asPerson(scene, { path: `/rest/api/3/project/${encodeURIComponent(key)}` }, project);
  if (!named.ok) return refusedPage(scene, named);
  const wanted = searchParams.get('show') ?? 'open';
  const show = isQueue(wanted) ? wanted : 'open';
  const answer = await asPerson(
    scene,
    search(named.value.key, QUEUES[show].jql, searchParams.get('from')),
    found,
  );
  if (!answer.ok) return refusedPage(scene, answer);
  const { issues, nextPageToken } = answer.value;
  const next = `${pathname}?${new URLSearchParams({ show, from: nextPageToken ?? '' }).toString()}`;
  const main = html`${crumbs(PROJECTS)}
    <h1>${named.value.name}: queues</h1>
    <nav class="row tabs" aria-label="Queues">
      ${queues.map((name) => tab(`${pathname}?show=${name}`, QUEUES[name].label, name === show))}
    </nav>
    ${table({
      name: 'Issues',
      columns: ['Issue', 'Key', 'Status', 'Reporter', 'Assignee', 'Created'],
      rows: issues.map(row),
      empty: 'No issues here.',
    })}
    ${nextPageToken !== undefined && html`<p><a href="${next}">Next</a></p>`}`;
  return workPage(scene, { title: `${named.value.name}: queues`, main });
}

const search = (key: string, jql: string, from: string | null) => ({
  method: 'POST' as const,
  path: '/rest/api/3/search/jql',
  body: {
    jql: `project = "${key}" AND ${jql} ORDER BY created DESC`,
    fields: ['summary', 'status', 'reporter', 'assignee', 'created'],
    ...(from !== null && { nextPageToken: from }),
  },
});

const KINDS: Readonly<Record<string, string>> = { done: 'DONE', indeterminate: 'INDETERMINATE' };

const row = ({ key, fields }: Row): Html =>
  html`<tr>
    <th scope="row"><a href="/browse/${key}">${fields.summary}</a></th>
    <td>${key}</td>
    <td>${statusLozenge(fields.status.name, KINDS[fields.status.statusCategory.key] ?? 'NEW')}</td>
    <td>${wordsOf(fields.reporter)}</td>
    <td>${wordsOf(fields.assignee)}</td>
    <td><time datetime="${fields.created}">${fields.created.slice(0, 10)}</time></td>
  </tr>`;
