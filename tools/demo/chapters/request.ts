import { handsIn } from '../hands';
import { siteOf } from '../site';
import type { DemoStage } from '../stage';
import { admin, approver, employee, GROUP, LEVEL, RULE, SUMMARY } from './cast';

/** Somebody asks in the portal, and the app says on the ticket what it understood and who is asked. */
export async function ask({ app, chapter, show }: DemoStage): Promise<void> {
  const { actAs, begin, field, press, see, seeSoon } = siteOf(app);
  chapter(`${employee.name} asks for access in the portal`);
  await show(
    'Fills in the form',
    async () => {
      await actAs(employee.name);
      await begin('Group membership');
      await field('Summary').fill(SUMMARY);
      await field('Access level').selectOption(LEVEL);
      await field('Reason').fill('The internal audit looks at it on Monday.');
    },
    'frame',
  );
  await show(
    'The app says what it understood, and who is asked',
    async () => {
      await press('Send');
      await app.page.getByRole('heading', { name: SUMMARY }).waitFor();
      await seeSoon(`Understood: membership of the group “${GROUP}”`);
      await see(`Asked: @${approver.name}`);
    },
    'frame',
  );
}

/** The person whom the rule names approves in the portal, and the access is there. */
export async function approve({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { actAs, follow, member, openGroup, press, see, seeSoon } = siteOf(app);
  chapter(`${approver.name} approves`);
  await show(
    'Finds what waits for an answer',
    async () => {
      await actAs(approver.name);
      await follow('Portal');
      await follow('My requests');
      await follow('To approve');
      await follow(SUMMARY);
      await app.page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    },
    'frame',
  );
  await step('Approves', () => press('Approve'));
  await show(
    'The ticket says what was given, and until when',
    async () => {
      await seeSoon(`is now a member of the group “${GROUP}”. This was checked.`);
      await see(/The access ends on .*, by itself/);
      await see('Status: Completed');
    },
    'frame',
  );
  await show(
    'The directory shows it',
    async () => {
      await openGroup(GROUP);
      await member(employee.name).waitFor();
    },
    'frame',
  );
}

/** What the admin sees of it: the list, one request with its timeline, and the rule run on it once more. */
export async function followUp({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { press, see, seeHeading, open, turnTo, type, follow } = handsIn(app);
  chapter(`${admin.name} looks at what happened`);
  await step('Comes back to the app', async () => {
    await siteOf(app).actAs(admin.name);
    await open();
  });
  await show('Requests lists it', async () => {
    await turnTo('Requests');
    await app.app.getByRole('row').filter({ hasText: 'IT-1' }).getByText('Fulfilled').waitFor();
  });
  await show('One request, with its timeline', async () => {
    await follow('IT-1');
    await seeHeading('IT-1');
    await see(`Approved until`);
    await see(`Given, and seen: the person is in ${GROUP}`);
  });
  await show('Try it: what the rule says of that request, without effect', async () => {
    await turnTo('Automation');
    await follow(RULE);
    await type('Key of a ticket', 'IT-1');
    await press('Try it');
    await see(/Already taken up by rule/);
    await app.app.getByRole('list', { name: 'How the rule came to it' }).waitFor();
  });
  await show('Is told what is under way before a rule is deleted', async () => {
    await press('Delete');
    await app.app.getByRole('dialog').getByRole('link', { name: '1 live grant' }).waitFor();
  });
  await step('Keeps it', () => press('Cancel'));
}
