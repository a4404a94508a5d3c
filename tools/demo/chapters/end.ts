import { handsIn } from '../hands';
import { siteOf } from '../site';
import type { DemoStage } from '../stage';
import { admin, employee, GROUP, SUMMARY } from './cast';

/** The eight hours are over: the app takes back what it gave, looks whether it is gone, and says so. */
export async function timeIsUp({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { actAs, follow, member, openGroup, seeSoon, wait } = siteOf(app);
  chapter('Eight hours pass');
  await step('The clock is moved on', () => wait('+8 hours'));
  await show(
    'The ticket says that the access was taken back',
    async () => {
      await actAs(employee.name);
      await follow('Portal');
      await follow('My requests');
      await follow('Closed');
      await follow(SUMMARY);
      await seeSoon(`is no longer a member of the group “${GROUP}”`);
    },
    'frame',
  );
  await show(
    'The directory does not show it any more',
    async () => {
      await openGroup(GROUP);
      await app.page.getByText('6 in all').waitFor();
      await member(employee.name).waitFor({ state: 'detached' });
    },
    'frame',
  );
}

/** The end of the request's history. */
export async function readTheEnd({ app, chapter, show, step }: DemoStage): Promise<void> {
  const { follow, open, see, seeHeading, turnTo } = handsIn(app);
  chapter(`${admin.name} reads how it ended`);
  await step('Comes back to the app', async () => {
    await siteOf(app).actAs(admin.name);
    await open();
  });
  await show('The timeline, to its end', async () => {
    await turnTo('Requests');
    await follow('IT-1');
    await seeHeading('IT-1');
    await see(`Taken back, and seen: the person is not in ${GROUP} any more`);
    await see(/On the ticket: .*the access ended/);
  });
}
