import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { employee, govern, option } from './stage';

const { desk, groups } = acme;

it('edited and edited back, the last word on the ticket is what an approval will give', async () => {
  const stage = await govern();
  const id = await stage.ask({ level: 'Legal reviewers' });
  for (const level of ['HR readers', 'Legal reviewers', 'HR readers', 'Legal reviewers'])
    await stage.edit(id, { by: employee, fields: { [desk.fields.accessLevel.id]: option(level) } });
  const said = stage.said(id);
  expect(said.map((text) => /group “([^”]+)”/.exec(text)?.[1])).toEqual([
    'legal-reviewers',
    'hr-readers',
    'legal-reviewers',
    'hr-readers',
    'legal-reviewers',
  ]);
  expect(await stage.restless(id)).toEqual([]);
  await stage.approve(id);
  expect(stage.isIn(groups.legalReviewers)).toBe(true);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});
