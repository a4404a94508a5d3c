import { html, type Html } from './html';
import type { Scene } from './layout';
import { mayLogIn } from './session';
import { ROLES, type Resident, type Stage } from './stage';

/** More than this and nobody finds anybody in a list: the directory's pages have the same choice. */
const MAX_LISTED = 200;

/** The choice of whom to be. */
export function personas({ ask, stage, session }: Scene): Html {
  const current = session.person?.accountId;
  const people = stage.residents.seeded().filter(mayLogIn).slice(0, MAX_LISTED);
  const isListed = people.some(({ accountId }) => accountId === current);
  const choices = session.person && !isListed ? [session.person, ...people] : people;
  return html`<form class="row" method="post" action="/_shell/act-as">
    <input type="hidden" name="back" value="${ask.url.pathname}${ask.url.search}" />
    <label for="act-as">Act as</label>
    <select id="act-as" name="accountId">
      ${byRole(choices, stage).map(({ role, those }) =>
        group(
          role,
          those.map((person) => option(person, current)),
        ),
      )}
      ${group('Nobody', [nobody(current)])}
    </select>
    <noscript><button>Switch</button></noscript>
  </form>`;
}

const nobody = (current: string | undefined): Html =>
  html`<option value="anonymous" ${current === undefined && html` selected`}>Not logged in</option>`;

const group = (label: string, options: readonly Html[]): Html =>
  html`<optgroup label="${label}">${options}</optgroup>`;

const option = ({ accountId, name }: Resident, current: string | undefined): Html =>
  html`<option value="${accountId}" ${accountId === current && html` selected`}>${name}</option>`;

function byRole(people: readonly Resident[], { residents }: Stage) {
  const placed = people.map((person) => ({ person, role: residents.standingOf(person.accountId).role }));
  return ROLES.map((role) => ({
    role,
    those: placed.filter((one) => one.role === role).map(({ person }) => person),
  })).filter(({ those }) => those.length > 0);
}
