import { approveOneself, findTheAbuse, forgeStatus } from './chapters/abuse';
import { connectConfluence, disconnect, keepTheToken } from './chapters/connection';
import { readTheEnd, timeIsUp } from './chapters/end';
import { approve, ask, followUp } from './chapters/request';
import { lookAtPrivileged, seeTheEmptyPages, writeRule } from './chapters/rule';
import { onStage, type DemoStage } from './stage';

/** `npm run demo`: from an empty app to access that was asked for, approved, given, and taken back. */
async function story(stage: DemoStage): Promise<void> {
  await connectConfluence(stage);
  await seeTheEmptyPages(stage);
  await writeRule(stage);
  await lookAtPrivileged(stage);
  await ask(stage);
  await approve(stage);
  await followUp(stage);
  await forgeStatus(stage);
  await approveOneself(stage);
  await findTheAbuse(stage);
  await timeIsUp(stage);
  await readTheEnd(stage);
  await keepTheToken(stage);
  await disconnect(stage);
}

onStage(story).then(
  () => console.log('\nThe whole story is told. Screenshots: .artifacts/demo/'),
  (problem: unknown) => {
    console.error(problem);
    process.exitCode = 1;
  },
);
