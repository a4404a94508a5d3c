import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { VirtualClock } from '../../../tools/simulator/clock';
import { visit } from './visit';

const { people, groups } = acme;

const aJournal = () => {
  const kept: string[] = [];
  const journal = {
    append: (change: unknown) => void kept.push(JSON.stringify(change)),
    replay: (): readonly unknown[] => kept.map((line): unknown => JSON.parse(line)),
  };
  return { kept, journal };
};

describe('a site that is started again', () => {
  it('is as it was left: memberships, people, groups, tokens and seats', async () => {
    const { journal } = aJournal();
    const clock = new VirtualClock();
    const before = visit({ journal, clock });
    await before.jiraAdd(groups.hrReaders, people.plainUser.accountId);
    await before.jiraRemove(groups.confluenceUsers, people.plainUser.accountId);
    await before.ask('POST /wiki/api/v2/user/access/invite-by-email', {
      body: { emails: ['new@partner.example'] },
    });
    before.site.directory.setGroup(groups.legalReviewers, { name: 'legal', managedBy: 'EXTERNAL' });
    before.site.directory.removeGroup(groups.coffeeClub);
    before.site.directory.revokeToken('orgAdmin-token');
    before.site.directory.setSeats('confluence', 7);

    const after = visit({ journal, clock });
    for (const look of [
      (site: typeof after.site) => site.directory.people(),
      (site: typeof after.site) => site.directory.groups(),
      (site: typeof after.site) => site.directory.groupsOf(people.plainUser.accountId),
      (site: typeof after.site) => site.directory.tokensOf(people.orgAdmin.accountId),
    ]) {
      expect(look(after.site)).toEqual(look(before.site));
    }
    expect(after.site.directory.isMember(groups.hrReaders, people.plainUser.accountId)).toBe(true);
    expect(await after.ask('GET /rest/api/3/myself')).toMatchObject({ status: 401 });
    const as = acme.tokens.rotation;
    const add = await after.jiraAdd(groups.hrReaders, people.contractor.accountId, { as });
    expect(add.text).toContain('LicenceExceededException');
  });

  it('still undoes what an identity provider was to undo', async () => {
    const { journal } = aJournal();
    const clock = new VirtualClock();
    const variants = { externalGroupWrite: '201-undone' } as const;
    await visit({ journal, clock, variants }).jiraAdd(groups.oktaFinance, people.plainUser.accountId);
    const { site } = visit({ journal, clock, variants });
    await clock.advance(60_000);
    expect(site.directory.isMember(groups.oktaFinance, people.plainUser.accountId)).toBe(false);
  });

  it('refuses a journal that it cannot read', () => {
    const journal = { append: () => undefined, replay: () => [{ kind: 'person.set', person: 'somebody' }] };
    expect(() => visit({ journal })).toThrow();
  });

  it('never writes down the text of a token', async () => {
    const { kept, journal } = aJournal();
    const { site, ask } = visit({ journal });
    const { accountId, email } = people.orgAdmin;
    const token = 'ATATT3x-brand-new';
    site.directory.issueToken({ id: 'new', accountId, expiresAt: '2036-01-01T00:00:00.000Z' }, token);
    expect(await ask('GET /rest/api/3/myself', { as: { email, token } })).toMatchObject({ status: 200 });
    expect(kept).toHaveLength(1);
    expect(kept.join()).not.toContain(token);
    expect(JSON.stringify([site.directory.tokensOf(accountId), site.calls])).not.toContain(token);
  });
});
