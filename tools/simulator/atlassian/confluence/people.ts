import { canUseConfluence, isConfluenceGuest, usesProduct } from '../access';
import { confluenceError, json } from '../answer';
import { fold, wordsOf } from '../directory-state';
import type { Exchange, Operation } from '../exchange';
import { isActive, type Person } from '../model';
import { nameOf } from '../person-details';
import { Refusal } from '../query';
import { personOf } from '../rights';
import type { SiteResponse } from '../wire';
import { parseCql, type Condition } from './cql';
import { confluenceUser, needConfluence, pageOf } from './wire';

/** The index holds no more than this many of a search's people. */
const SEARCH_WINDOW = 10_000;

function current(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const person = personOf(exchange.asker);
  return person
    ? json(200, confluenceUser(exchange, person))
    : confluenceError(403, 'Not permitted to use Confluence');
}

function readPerson(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const accountId = exchange.query.text('accountId');
  if (accountId === undefined) return confluenceError(400, 'The accountId is required.');
  const person = exchange.view.person(accountId);
  if (!person) return confluenceError(404, `No user found with account id: ${accountId}`);
  return json(200, confluenceUser(exchange, person));
}

/** Every word asked for must begin (with `*`) or be (without) a word of the name. */
function namesMatching({ world }: Exchange, terms: readonly string[]): ReadonlySet<string> {
  const { words, people } = world.state;
  const [first = '', ...rest] = terms;
  const matches = (term: string, word: string) =>
    term.endsWith('*') ? word.startsWith(term.slice(0, -1)) : word === term;
  const ids = words.startingWith(first.replace(/\*$/, ''));
  return new Set(
    ids.filter((id) => {
      const own = wordsOf(people.get(id)?.displayName ?? '');
      return [first, ...rest].every((term) => own.some((word) => matches(term, word)));
    }),
  );
}

function keeps(exchange: Exchange, condition: Condition): (id: string) => boolean {
  switch (condition.kind) {
    case 'anyone':
      return () => true;
    case 'account':
      return (id) => condition.ids.includes(id) !== condition.negated;
    case 'name': {
      const found = namesMatching(exchange, condition.terms);
      return (id) => found.has(id) !== condition.negated;
    }
  }
}

/** The people whom the conditions could mean, before the others are looked at one by one. */
function candidates(exchange: Exchange, conditions: readonly Condition[]): Iterable<string> {
  const name = conditions.find((each) => each.kind === 'name' && !each.negated);
  if (name?.kind === 'name') return namesMatching(exchange, name.terms);
  const account = conditions.find((each) => each.kind === 'account' && !each.negated);
  return account?.kind === 'account' ? account.ids : exchange.world.state.people.keys();
}

function find(exchange: Exchange, conditions: readonly Condition[]): readonly Person[] {
  const { query, world } = exchange;
  const wanted = query.oneOf('sitePermissionTypeFilter', ['all', 'externalCollaborator', 'none']) ?? 'none';
  const indexed = world.state.shown(world.clock.time() - world.conditions.lagMs.index);
  const isWanted = (person: Person) => {
    if (!isActive(person)) return false;
    if (wanted === 'all') return canUseConfluence(indexed, person);
    return wanted === 'none'
      ? usesProduct(indexed, person, 'confluence')
      : isConfluenceGuest(indexed, person);
  };
  const tests = conditions.map((condition) => keeps(exchange, condition));
  const ids = [...new Set(candidates(exchange, conditions))].filter((id) => tests.every((test) => test(id)));
  const people = ids.flatMap((id) => indexed.person(id) ?? []).filter(isWanted);
  return people.sort((a, b) => (fold(nameOf(a)) < fold(nameOf(b)) ? -1 : 1)).slice(0, SEARCH_WINDOW);
}

function search(exchange: Exchange): SiteResponse {
  needConfluence(exchange);
  const cql = exchange.query.text('cql');
  const conditions = cql === undefined ? undefined : parseCql(cql);
  if (cql === undefined || conditions === undefined) {
    throw new Refusal(confluenceError(400, `Could not parse cql : ${cql ?? ''}`));
  }
  const page = pageOf(exchange, find(exchange, conditions), {
    fallback: 25,
    cap: 200,
    withTotal: true,
    toWire: (person) => ({
      user: confluenceUser(exchange, person),
      title: nameOf(person),
      excerpt: '',
      url: `/people/${encodeURIComponent(person.accountId)}`,
      breadcrumbs: [],
      entityType: 'user',
      iconCssClass: 'aui-icon content-type-profile',
      lastModified: exchange.world.clock.now().toISOString(),
      score: 0,
    }),
  });
  return json(200, { ...page, cqlQuery: cql, searchDuration: 12 });
}

const at = { document: 'confluence-v1', method: 'GET' } as const;

export const peopleOperations: readonly Operation[] = [
  {
    ...at,
    operationId: 'getCurrentUser',
    template: '/wiki/rest/api/user/current',
    statuses: [200, 403],
    play: current,
  },
  {
    ...at,
    operationId: 'getUser',
    template: '/wiki/rest/api/user',
    statuses: [200, 400, 403, 404],
    play: readPerson,
  },
  {
    ...at,
    operationId: 'searchUser',
    template: '/wiki/rest/api/search/user',
    burst: 200,
    statuses: [200, 400, 403],
    play: search,
  },
];
