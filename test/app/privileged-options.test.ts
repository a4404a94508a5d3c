import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { startApp, valueOf } from '../start';

it('offers the admin groups of Confluence to a privileged-access rule, and to nothing else', async () => {
  const app = startApp();
  const { id } = await app.connect();
  const admins = acme.groups.confluenceAdmins;
  const blockedFor = async (kind: 'groups' | 'privileged') => {
    const source = { connection: id };
    const { items } = valueOf(await app.call('option.search', { source, kind, query: '' }));
    const described = valueOf(await app.call('option.describe', { source, kind, ids: [admins] }));
    return [items, described].map((options) => {
      const found = options.find((option) => option.id === admins);
      return found && (found.blocked === undefined ? 'open' : 'blocked');
    });
  };
  expect(await blockedFor('privileged')).toEqual(['open', 'open']);
  expect(await blockedFor('groups')).not.toContain('open');
  app.close();
});
