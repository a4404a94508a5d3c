import type { DeskView, FormView } from '../contract/rule-views';
import type { Ports } from './ports';

/** The service projects that a rule can listen to, by name. */
export const listDesks = (ports: Ports) => async (): Promise<DeskView[]> =>
  [...(await ports.desk.listDesks())].sort((a, b) => a.projectName.localeCompare(b.projectName));

export const readForm =
  (ports: Ports) =>
  ({
    deskId,
    requestTypeId,
  }: {
    readonly deskId: string;
    readonly requestTypeId: string;
  }): Promise<FormView> =>
    ports.desk.readForm(deskId, requestTypeId);
