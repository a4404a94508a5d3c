import type { ServiceDesk } from '../../../src/app/desk-ports';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import type { SimulatorOptions } from '../../../tools/simulator/simulator';
import { inApp } from '../in-app';

export const { people } = acme;
export const { fields, requestTypes, statuses, transitions, it: itDesk, ops } = acme.desk;

/** The service desk as the app sees it, beside the hands of those who work there. */
export function deskStage(options: SimulatorOptions = {}) {
  const app = inApp(options);
  const { work } = app.site;
  const raise = (values: Readonly<Record<string, unknown>> = {}) =>
    work.raise({
      by: people.plainUser.accountId,
      requestTypeId: requestTypes.groupMembership.id,
      fields: values,
    });
  const on = <T>(act: (desk: ServiceDesk) => Promise<T>): Promise<T> => app.run(({ desk }) => act(desk));
  const ticket = async (id: string) => {
    const found = await on((desk) => desk.find(id));
    if (!found) throw new Error(`The app does not see ${id}.`);
    return found;
  };
  return { ...app, work, raise, on, ticket };
}

export const optionOf = (field: { readonly options: readonly { id: string; value: string }[] }, at = 0) => {
  const option = field.options[at];
  if (!option) throw new Error('There is no such option.');
  return option;
};
