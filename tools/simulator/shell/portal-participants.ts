import { html, type Html } from './html';
import type { Followed } from './portal-read';

/** Who follows the request, and, for whoever may change it, the way to. The site has the last word. */
export const participantBox = (followed: Followed, me: string | undefined): Html | undefined => {
  const { request, participants } = followed;
  const mayChange = request.actions?.addParticipant.allowed === true || request.reporter?.accountId === me;
  if (participants.length === 0 && !mayChange) return undefined;
  return html`<section aria-labelledby="participants">
    <h2 id="participants">Participants</h2>
    <ul>
      ${participants.map(
        ({ accountId, displayName }) =>
          html`<li>${displayName} ${mayChange && remove(accountId, displayName)}</li>`,
      )}
    </ul>
    ${mayChange && ADD}
  </section>`;
};

const remove = (accountId: string, name: string): Html =>
  html`<form method="post" class="inline">
    <input type="hidden" name="act" value="remove-participant" />
    <button name="accountId" value="${accountId}">Remove<span class="hidden"> ${name}</span></button>
  </form>`;

const ADD = html`<form method="post" class="row">
  <input type="hidden" name="act" value="add-participant" />
  <label for="participant">Name or email</label>
  <input id="participant" name="participant" autocomplete="off" required />
  <button>Add participant</button>
</form>`;
