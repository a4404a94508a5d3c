import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import { valueOf } from '../start';
import { aGroupRule, fieldRef, optionRef } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { desk, groups } = acme;
const JOINER = 'new.joiner@acme.example';

/** Whoever has no account yet gets one, and the groups of the connection, once it is approved. */
async function start(): Promise<Stage> {
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

const ask = (stage: Stage) =>
  stage.ask({
    requestTypeId: desk.requestTypes.applicationAccess.id,
    fields: {
      [desk.fields.targetApplication.id]: optionRef('targetApplication', 'Confluence').id,
      [desk.fields.reason.id]: adfOf(JOINER),
    },
  });

const joiner = ({ site }: Stage) => site.directory.people().find(({ email }) => email === JOINER);
const isIn = (stage: Stage) => stage.isIn(groups.confluenceUsers, joiner(stage)?.accountId ?? '');

it('somebody without an account is invited after the approval, given access, and loses it at the end', async () => {
  const stage = await start();
  const issueId = await ask(stage);
  expect(joiner(stage)).toBeUndefined();
  await stage.approve(issueId);
  expect(isIn(stage)).toBe(true);
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  expect(stage.said(issueId).join()).not.toContain(JOINER);
  await stage.advance(9 * HOUR);
  expect(isIn(stage)).toBe(false);
  stage.close();
});

it('an invited person is known by their account from then on, whatever comes in between', async () => {
  const stage = await start();
  const issueId = await ask(stage);
  stage.faults.declare({
    id: 'adding',
    match: { service: 'egress', operation: 'POST /rest/api/3/group/user' },
    effect: { kind: 'error', status: 503 },
  });
  await stage.approve(issueId);
  expect(joiner(stage)).toBeDefined();
  expect(await stage.stateOf(issueId)).toBe('provisioning');
  expect(stage.faults.unfired()).toEqual([]);

  stage.faults.clear();
  await stage.advance(10 * 60_000);
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  expect(isIn(stage)).toBe(true);
  stage.close();
});
