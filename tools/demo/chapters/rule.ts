import { ruleEditor } from '../../../test/browser/rule-editor';
import { handsIn } from '../hands';
import type { DemoStage } from '../stage';
import { approver, GROUP, LEVEL, RULE } from './cast';

/** Before there is a rule: both pages say what comes first. */
export async function seeTheEmptyPages({ app, chapter, show }: DemoStage): Promise<void> {
  const { seeHeading, turnTo } = handsIn(app);
  chapter('Nothing is given yet');
  await show('Requests says what is missing', async () => {
    await turnTo('Requests');
    await seeHeading('Write a rule first');
  });
  await show('Automation is empty', async () => {
    await turnTo('Automation');
    await seeHeading('No rule yet');
  });
}

/** Who asks for what in the portal, who approves, and for how long it is given. */
export async function writeRule({ app, chapter, show }: DemoStage): Promise<void> {
  const { follow, press, see, seeHeading, turnTo, type } = handsIn(app);
  const { when, next, pick, search, radio } = ruleEditor(app);
  const seePicked = (text: string) =>
    app.app.getByRole('region').getByText(text, { exact: true }).first().waitFor();
  chapter('A rule for memberships of eight hours is written');
  await show('When: a request type of the service project', async () => {
    await follow('New rule');
    await when('IT Help', 'Group membership');
  });
  await show('Access Definition and Mapping: an access level stands for a group, for 8 hours', async () => {
    await next('Access Definition and Mapping');
    await radio('Group Membership').check();
    await pick('Access level', 'Access level');
    await search(LEVEL, GROUP);
    await search('Legal reviewers', 'legal-reviewers');
    await radio('After a fixed time').check();
    await type('Length', '8');
  });
  await show('Approval: a named person, through the approvers field', async () => {
    await next('Approval');
    await app.app.getByRole('checkbox', { name: 'The application admin of the connection' }).uncheck();
    await app.app.getByRole('checkbox', { name: 'Named people' }).check();
    await search('People who may approve', approver.name);
    await seePicked('Approvers');
  });
  await show('Access Decision Mapping: the statuses that tell the app to check the approval', async () => {
    await next('Access Decision Mapping');
    await seePicked('Waiting for implementation');
  });
  await show('Outcome: where the ticket goes afterwards', async () => {
    await next('Outcome');
    await seePicked('Completed');
  });
  await show('Try and save: the rule in plain words', async () => {
    await next('Try and save');
    await app.app.getByLabel('Name', { exact: true }).fill(RULE);
    await see('It ends 8 hours after the approval.');
  });
  await show('The rule is there', async () => {
    await press('Create rule');
    await seeHeading(RULE);
    await see('Version 1: Created');
  });
  await show('Automation lists it', async () => {
    await turnTo('Automation');
    await app.app.getByRole('row').filter({ hasText: RULE }).getByText('Enabled').waitFor();
  });
}

/** A second rule is begun, for the most that can be given, and left again. */
export async function lookAtPrivileged({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { follow, press, see, turnTo } = handsIn(app);
  const { when, next, radio, step: goTo } = ruleEditor(app);
  chapter('What Privileged Access asks for');
  await show('Privileged Access: it has to end, and needs a reason', async () => {
    await follow('New rule');
    await when('IT Help', 'Privileged access');
    await next('Access Definition and Mapping');
    await radio('Privileged Access').check();
    await see('From the field Reason, mandatory');
  });
  await show('What is still missing is said beside its field', async () => {
    await press('Next: Approval');
    await see('Say what at least one option gives.');
    await see('Enter a number greater than 0.');
  });
  await show('Its approval: two people, and so far one is named', async () => {
    await goTo('Approval');
    await see('Fewer people than this can approve');
  });
  await step('Leaves it at that', async () => {
    await press('Cancel');
    await turnTo('Automation');
  });
}
