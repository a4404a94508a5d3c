import { z } from 'zod';
import type { Scene } from './layout';
import { asPerson } from './work-call';
import { isSearched, takesMany, type Choice, type Draft, type FormField } from './work-field';

const people = z.array(z.object({ accountId: z.string(), displayName: z.string() }));
const groups = z.object({ groups: z.array(z.object({ groupId: z.string(), name: z.string() })) });

/** As far as the person may look: whoever may not browse people finds nobody, as in Jira. */
async function findPeople(scene: Scene, name: string): Promise<readonly Choice[]> {
  const path = `/rest/api/3/user/search?query=${encodeURIComponent(name)}`;
  const found = await asPerson(scene, { path }, people);
  return found.ok
    ? found.value.map(({ accountId, displayName }) => ({ id: accountId, name: displayName }))
    : [];
}

async function findGroups(scene: Scene, name: string): Promise<readonly Choice[]> {
  const path = `/rest/api/3/groups/picker?caseInsensitive=true&query=${encodeURIComponent(name)}`;
  const found = await asPerson(scene, { path }, groups);
  return found.ok ? found.value.groups.map((group) => ({ id: group.groupId, name: group.name })) : [];
}

/** Puts in whom the typed name means. Nobody, or more than one, is an error that keeps what was typed. */
export async function withFound(scene: Scene, field: FormField, draft: Draft): Promise<Draft> {
  const { typed, chosen } = draft;
  if (!isSearched(field) || typed === '') return draft;
  const isGroup = field.kind === 'group' || field.kind === 'groups';
  const found = await (isGroup ? findGroups : findPeople)(scene, typed);
  const exact = found.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const [only, ...others] = exact.length === 1 ? exact : found;
  if (!only) return { ...draft, error: `Nothing was found for “${typed}” that you may see.` };
  if (others.length > 0) {
    const fresh = found.filter(({ id }) => !chosen.some((each) => each.id === id));
    return { ...draft, typed: '', found: fresh, error: `“${typed}” fits several. Choose below.` };
  }
  const kept = takesMany(field) ? chosen.filter(({ id }) => id !== only.id) : [];
  return { chosen: [...kept, only], typed: '', found: [] };
}
