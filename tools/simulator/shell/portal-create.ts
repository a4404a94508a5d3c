import { z } from 'zod';
import { redirect, type Reply } from './exchange';
import { html } from './html';
import type { Scene } from './layout';
import { findPortal, linkTo, PORTALS, type Portal } from './portal-desks';
import { asPerson, type Told } from './work-call';
import { kindOf, schemaShape, type FormField } from './work-field';
import { controls, draftIn, errorList, fill, hasErrors, timeZoneOf, type Filled } from './work-form';
import { crumbs, refusedPage, workPage } from './work-page';
import type { RequestType } from './work-shapes';
import { valueOf } from './work-value';

const formShape = z.object({
  requestTypeFields: z.array(
    z.object({
      fieldId: z.string(),
      name: z.string(),
      required: z.boolean(),
      visible: z.boolean(),
      validValues: z.array(z.object({ value: z.string(), label: z.string() })),
      jiraSchema: schemaShape,
    }),
  ),
});

interface Raising {
  readonly portal: Portal;
  readonly type: RequestType;
  readonly fields: readonly FormField[];
}

/** `/servicedesk/customer/portal/{id}/create/{requestTypeId}`: the form, and what is sent with it. */
export async function createPage(scene: Scene, portalId: string, typeId: string): Promise<Reply> {
  const raising = await readForm(scene, portalId, typeId);
  if (!raising.ok) return refusedPage(scene, raising);
  const timeZone = await timeZoneOf(scene);
  const { value } = raising;
  if (scene.ask.method !== 'POST') {
    return formPage(scene, value, { filled: { fields: value.fields, drafts: new Map(), timeZone } });
  }
  const filled = await fill(scene, value.fields, { timeZone, long: 'plain' });
  return hasErrors(filled) ? formPage(scene, value, { filled, status: 400 }) : send(scene, value, filled);
}

async function readForm(scene: Scene, portalId: string, typeId: string): Promise<Told<Raising>> {
  const portal = await findPortal(scene, portalId);
  if (!portal.ok) return portal;
  const type = portal.value.types.find(({ id }) => id === typeId);
  if (!type) return { ok: false, status: 404, message: 'The portal has no such request type.', errors: {} };
  const desk = encodeURIComponent(portal.value.desk.id);
  const path = `/rest/servicedeskapi/servicedesk/${desk}/requesttype/${encodeURIComponent(typeId)}/field`;
  const form = await asPerson(scene, { path }, formShape);
  if (!form.ok) return form;
  const fields = form.value.requestTypeFields.flatMap(({ fieldId, name, required, visible, ...rest }) => {
    const kind = kindOf(rest.jiraSchema);
    const options = rest.validValues.map((each) => ({ id: each.value, name: each.label }));
    return visible && kind ? [{ id: fieldId, name, required, kind, options }] : [];
  });
  return { ok: true, value: { portal: portal.value, type, fields } };
}

async function send(scene: Scene, raising: Raising, filled: Filled): Promise<Reply> {
  const { portal, type, fields } = raising;
  const values = fields
    .filter((field) => draftIn(filled, field).chosen.length > 0)
    .map((field) => [
      field.id,
      valueOf(field, draftIn(filled, field), { timeZone: filled.timeZone, long: 'plain' }),
    ]);
  const body = {
    serviceDeskId: portal.desk.id,
    requestTypeId: type.id,
    requestFieldValues: Object.fromEntries(values) as Readonly<Record<string, unknown>>,
  };
  const wanted = { method: 'POST', path: '/rest/servicedeskapi/request', body } as const;
  const raised = await asPerson(scene, wanted, z.object({ issueKey: z.string() }));
  if (raised.ok) return redirect(`${linkTo(portal).href}/${raised.value.issueKey}`);
  return formPage(scene, raising, { filled, status: raised.status, message: raised.message });
}

interface Shown {
  readonly filled: Filled;
  readonly status?: number;
  readonly message?: string;
}

function formPage(scene: Scene, { portal, type }: Raising, { filled, status = 200, message }: Shown): Reply {
  const main = html`${crumbs(PORTALS, linkTo(portal))}
    <h1>${type.name}</h1>
    <p>${type.description}</p>
    ${errorList(filled, message)}
    <form method="post" class="request-form">
      <p class="hint"><span class="mark">*</span> has to be filled in</p>
      ${controls(filled)}
      <div class="row"><button class="primary">Send</button> <a href="${linkTo(portal).href}">Back</a></div>
    </form>`;
  return workPage(scene, { title: `${status < 400 ? '' : 'Error: '}${type.name}`, main, status });
}
