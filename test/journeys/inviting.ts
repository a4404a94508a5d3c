import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { valueOf } from '../start';
import { aGroupRule, fieldRef, optionRef } from './rules';
import { govern, type Stage } from './stage';

const { desk } = acme;
/** Nobody's account, and of no organisation that the site belongs to: an account made for it hides it. */
export const JOINER = 'new.joiner@elsewhere.example';

/** Whoever has no account yet gets one, and the groups of the connection, once it is approved. */
export async function startInviting(): Promise<Stage> {
  const stage = await govern();
  const connectionId = stage.connection.id;
  const base = aGroupRule(connectionId, {
    name: 'Applications',
    access: {
      kind: 'application-access',
      field: fieldRef('targetApplication', 'option'),
      applications: [{ option: optionRef('targetApplication', 'Confluence'), connectionId }],
    },
    beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true },
  });
  const { id, name } = desk.requestTypes.applicationAccess;
  const trigger = { ...base.trigger, requestTypeId: id, requestTypeName: name };
  valueOf(await stage.call('rule.create', { rule: { ...base, trigger } }));
  return stage;
}

/** Somebody asks for whoever has this address. */
export const aTicketFor = (stage: Stage, address = JOINER) =>
  stage.ask({
    requestTypeId: desk.requestTypes.applicationAccess.id,
    fields: {
      [desk.fields.targetApplication.id]: optionRef('targetApplication', 'Confluence').id,
      [desk.fields.reason.id]: adfOf(address),
    },
  });

export const joinerOf = ({ directory }: Stage['site']) =>
  directory.people().find(({ email }) => email === JOINER);
