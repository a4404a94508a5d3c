import type { Reply } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import type { Told } from './work-call';
import { readAll } from './work-lists';
import { crumbs, refusedPage, tab, workPage } from './work-page';
import { deskShape, requestTypeShape, type Desk, type RequestType } from './work-shapes';

export const PORTALS = { href: '/servicedesk/customer/portals', name: 'Help center' };

/** One portal: a service desk as customers see it. */
export interface Portal {
  readonly id: string;
  readonly desk: Desk;
  readonly types: readonly RequestType[];
}

/** Every portal that the person may enter. Only request types tell the id of their desk's portal. */
async function portalsOf(scene: Scene): Promise<Told<readonly Portal[]>> {
  const desks = await readAll(scene, '/rest/servicedeskapi/servicedesk', deskShape);
  if (!desks.ok) return desks;
  const portals: Portal[] = [];
  for (const desk of desks.value) {
    const path = `/rest/servicedeskapi/servicedesk/${encodeURIComponent(desk.id)}/requesttype`;
    const types = await readAll(scene, path, requestTypeShape);
    if (!types.ok) return types;
    const [first] = types.value;
    if (first) portals.push({ id: first.portalId, desk, types: types.value });
  }
  return { ok: true, value: portals };
}

export async function findPortal(scene: Scene, portalId: string): Promise<Told<Portal>> {
  const portals = await portalsOf(scene);
  if (!portals.ok) return portals;
  const value = portals.value.find(({ id }) => id === portalId);
  if (value) return { ok: true, value };
  return { ok: false, status: 404, message: 'There is no such portal, or you may not enter it.', errors: {} };
}

export const linkTo = ({ id, desk }: Portal) => ({
  href: `/servicedesk/customer/portal/${id}`,
  name: desk.projectName,
});

export const helpTabs = (here: 'portals' | 'requests'): Html =>
  html`<nav class="row tabs" aria-label="Help center">
    ${tab(PORTALS.href, 'Portals', here === 'portals')}
    ${tab('/servicedesk/customer/user/requests', 'My requests', here === 'requests')}
  </nav>`;

/** `/servicedesk/customer/portals` */
export async function portalsPage(scene: Scene): Promise<Reply> {
  const portals = await portalsOf(scene);
  if (!portals.ok) return refusedPage(scene, portals);
  const main = html`<h1>Help center</h1>
    ${helpTabs('portals')} ${portals.value.length === 0 && html`<p>No portal is open to you.</p>`}
    <ul class="cards">
      ${portals.value.map(
        (portal) =>
          html`<li>
            <a href="${linkTo(portal).href}">${portal.desk.projectName}</a>
            <p>${portal.types.map(({ name }) => name).join(', ')}</p>
          </li>`,
      )}
    </ul>`;
  return workPage(scene, { title: 'Help center', main });
}

/** `/servicedesk/customer/portal/{id}`: what one can ask for there. */
export async function portalPage(scene: Scene, portalId: string): Promise<Reply> {
  const portal = await findPortal(scene, portalId);
  if (!portal.ok) return refusedPage(scene, portal);
  const { desk, types } = portal.value;
  const main = html`${crumbs(PORTALS)}
    <h1>${desk.projectName}</h1>
    <h2>What can we help you with?</h2>
    <ul class="cards">
      ${types.map(
        ({ id, name, description }) =>
          html`<li>
            <a href="${linkTo(portal.value).href}/create/${encodeURIComponent(id)}">${name}</a>
            <p>${description}</p>
          </li>`,
      )}
    </ul>`;
  return workPage(scene, { title: desk.projectName, main });
}
