import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceCode, type CodeLoader } from '../../tools/simulator/forge/app';

const ROOT = join(__dirname, '../..');

/** A defect that is put in on purpose, to see that the rig notices. */
export interface Defect {
  readonly name: string;
  readonly file: string;
  /** Exact text that is there once. */
  readonly find: string;
  readonly replace: string;
  /** The seed to begin with, where what it takes to notice is rare. */
  readonly from?: number;
}

export const defects: readonly Defect[] = [
  {
    name: 'an edit after the approval is not noticed',
    file: 'src/domain/decide.ts',
    find: 'contentNow !== snapshot.hash || boundChanges(ticket, bound) !== snapshot.changesSeen',
    replace: 'false && boundChanges(ticket, bound) !== snapshot.changesSeen && contentNow !== snapshot.hash',
    from: 50,
  },
  {
    name: 'whoever asks may approve',
    file: 'src/domain/judge-approval.ts',
    find: 'filter((person) => !interested.has(person));',
    replace: 'filter((person) => person !== "");',
    from: 24,
  },
  {
    name: 'anybody may approve',
    file: 'src/domain/judge-approval.ts',
    find: 'others.filter((person) => isEntitled(person) && active.has(person));',
    replace: 'others.filter((person) => active.has(person));',
    from: 16,
  },
  {
    name: 'one approval is enough where two are asked for',
    file: 'src/domain/judge-approval.ts',
    find: 'counted.length >= Math.max(1, policy.count)',
    replace: 'counted.length >= 1',
    from: 20,
  },
  {
    name: 'what is taken up again is given whatever has become of the approval',
    file: 'src/app/advance.ts',
    find: 'const fallen = findFall(step.request, decision);',
    replace: 'const fallen = findFall(step.request, decision) && undefined;',
    from: 440,
  },
  {
    name: 'what was there before us is not written down',
    file: 'src/domain/change-holding.ts',
    find: 'held && (holding === undefined || holding.grants.length === 0 || holding.heldBefore === true);',
    replace: 'held && holding?.heldBefore === true;',
  },
  {
    name: 'another grant that needs the access is ignored',
    file: 'src/domain/change-holding.ts',
    find: "without(holding, grantId).every(({ stage }) => stage === 'leaving');",
    replace: 'without(holding, grantId).length >= 0;',
  },
  {
    name: 'the effect comes before the intent',
    file: 'src/app/give.ts',
    find: 'const claimed = await claim(ports, giving, ',
    replace: 'await look.give();\n  const claimed = await claim(ports, giving, ',
  },
  {
    name: 'a day ends in UTC, wherever the person lives',
    file: 'src/domain/end.ts',
    find: 'fixInstant(endOfDay(end.date, knownZone(zone))',
    replace: "fixInstant(endOfDay(end.date, 'UTC')",
  },
  {
    name: 'a span counts from the question, not from the approval',
    file: 'src/app/follow.ts',
    find: 'endsAt(request.snapshot.until, countedFrom(approval, now));',
    replace: 'endsAt(request.snapshot.until, request.receivedAt);',
  },
  {
    name: 'a span counts from when its approval was heard of',
    file: 'src/domain/end.ts',
    find: "approval.kind === 'exempt' || approval.at > now ? now : approval.at;",
    replace: 'approval && now;',
  },
  {
    name: 'what was said is not looked for before it is said',
    file: 'src/forge/service-desk/say.ts',
    find: 'if (said.has(key)) continue;',
    replace: '',
  },
  {
    name: 'an alarm for another instant takes access before its end',
    file: 'src/app/tend.ts',
    find: "if (!isLate && grant.wakeAt && grant.wakeAt > now) return 'done';",
    replace: 'if (!isLate && grant.wakeAt && grant.wakeAt > now) return takeOut(ports, grant, by);',
    from: 38,
  },
  {
    name: 'what is given is not looked at again at its end',
    file: 'src/app/tend.ts',
    find: 'if (hasToGo(grant, now)) return takeOut(ports, grant, by);',
    replace: 'if (hasToGo(grant, now)) return "done";',
  },
  {
    name: 'a span lasts twice as long',
    file: 'src/domain/end.ts',
    find: 'approvedAt.getTime() + until.hours * HOUR_MS',
    replace: 'approvedAt.getTime() + 2 * until.hours * HOUR_MS',
  },
  {
    name: 'a day ends a day late',
    file: 'src/domain/zone.ts',
    find: 'return dayNumber(local) > dayNumber({ year, month, day });',
    replace: 'return dayNumber(local) > dayNumber({ year, month, day: day + 1 });',
  },
  {
    name: 'access ends half an hour after its end',
    file: 'src/app/tend.ts',
    find: '(until !== undefined && until <= now)',
    replace: '(until !== undefined && until.getTime() + 1_800_000 <= now.getTime())',
  },
  {
    name: 'one of several sources is enough where all are asked for',
    file: 'src/domain/judge-approval.ts',
    find: "(policy.need === 'any' || everySource)",
    replace: "(policy.need === 'any' || everySource || counted.length > 0)",
  },
  {
    name: 'the first trouble makes a grant fail for good',
    file: 'src/app/grant-trouble.ts',
    find: "return code === 'unavailable' ? 'pending' : 'failed';",
    replace: "return 'failed';",
    from: 44,
  },
  {
    name: 'nobody is told what has become of a request',
    file: 'src/app/finish.ts',
    find: "{ kind: 'say', key: 'outcome', message: saidOutcome(finishing) },",
    replace: '',
  },
  {
    name: 'what follows is told before what it follows when a clock is behind',
    file: 'src/domain/instant.ts',
    find: 'return latest > now ? new Date(latest.getTime() + 1) : now;',
    replace: 'return latest > now ? now : now;',
    from: 120,
  },
  {
    name: 'Retry-After is not obeyed',
    file: 'src/app/grant-trouble.ts',
    find: 'return Math.max(doubled, (retryAfterSeconds ?? 0) * 1000);',
    replace: 'return doubled;',
    from: 43,
  },
];

/** The app with a defect in it, out of a copy of its own. `remove` takes the copy away. */
export function withDefect({ name, file, find, replace }: Defect): {
  readonly code: CodeLoader;
  remove(): void;
} {
  const sound = readFileSync(join(ROOT, file), 'utf8');
  if (sound.split(find).length !== 2) throw new Error(`"${name}" does not fit ${file} any more.`);
  const folder = mkdtempSync(join(tmpdir(), 'defect-'));
  cpSync(join(ROOT, 'src'), join(folder, 'src'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(
    join(folder, file),
    sound.replace(find, () => replace),
  );
  return { code: sourceCode(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
