import { handsIn } from '../hands';
import { siteOf } from '../site';
import type { DemoStage } from '../stage';
import { admin, agent, approver, hurried } from './cast';

const SKIPPED = 'I need this right now';
const OWN = 'Read the contracts';

/** An agent moves a ticket past its approval. */
export async function forgeStatus({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { actAs, ask, press, seeSoon, follow } = siteOf(app);
  chapter('A ticket is moved past its approval');
  await step(`${hurried.name} asks`, async () => {
    await actAs(hurried.name);
    await ask({ summary: SKIPPED, level: 'HR readers' });
    await seeSoon('Understood: ');
  });
  await step(`${agent.name}, an agent, moves the ticket to "Waiting for implementation"`, async () => {
    await actAs(agent.name);
    await follow('Queues');
    await follow('IT Help');
    await follow(SKIPPED);
    await press('Waiting for implementation');
  });
  await show(
    'Nothing is given, and the ticket says why',
    async () => {
      await seeSoon('A status is not an approval.');
    },
    'frame',
  );
}

/** The only one who may approve asks: nobody approves for themselves, so nobody is left. */
export async function approveOneself({ app, chapter, show }: DemoStage): Promise<void> {
  const { actAs, ask, see, seeSoon } = siteOf(app);
  chapter('Somebody would have to approve for themselves');
  await show(
    `${approver.name}, the only approver, asks for access and is refused`,
    async () => {
      await actAs(approver.name);
      await ask({ summary: OWN, level: 'Legal reviewers' });
      await seeSoon('Nothing can be given for this request:');
      await see('nobody is left who could approve it');
    },
    'frame',
  );
}

/** Both stand out where the admin looks. */
export async function findTheAbuse({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { follow, open, see, seeHeading, turnTo } = handsIn(app);
  chapter(`${admin.name} finds both`);
  await step('Comes back to the app', async () => {
    await siteOf(app).actAs(admin.name);
    await open();
  });
  await show('Requests warns of what is quarantined', async () => {
    await turnTo('Requests');
    await seeHeading('1 request is quarantined');
    await app.app
      .getByRole('row')
      .filter({ hasText: 'IT-3' })
      .getByText('Refused', { exact: true })
      .waitFor();
  });
  await show('The quarantined request says what was wrong', async () => {
    await follow('IT-2');
    await seeHeading('IT-2');
    await see('Quarantined: nothing is given until somebody has looked.');
  });
}
