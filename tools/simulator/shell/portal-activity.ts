import type { Ask } from './exchange';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { withNames } from './mentions';
import type { Followed } from './portal-read';
import { when } from './work-page';

/** What happened, the oldest first, and the box to say something. `failed` is what was sent in vain. */
export function activity({ stage }: Scene, { request, comments }: Followed, failed?: Ask): Html {
  const entries = [
    ...(request.status?.values ?? []).map((entry) => ({
      at: entry.statusDate.epochMillis,
      shown: html`<li class="change">Status: ${entry.status}, ${when(entry.statusDate)}</li>`,
    })),
    ...comments
      .filter((comment) => comment.public)
      .map(({ author, body, created }) => ({
        at: created.epochMillis,
        shown: said({
          author: author?.displayName ?? 'Former user',
          body: withNames(body, stage.residents),
          at: when(created),
        }),
      })),
  ].sort((a, b) => a.at - b.at);
  return html`<section aria-labelledby="activity">
    <h2 id="activity">Activity</h2>
    <ol class="activity">
      ${entries.map(({ shown }) => shown)}
    </ol>
    <form method="post" class="field">
      <input type="hidden" name="act" value="comment" />
      <label for="comment">Comment</label>
      <textarea id="comment" name="comment" rows="3" required>${typedIn(failed)}</textarea>
      <button>Add comment</button>
    </form>
  </section>`;
}

/** A refused comment is not lost. */
export const typedIn = (failed: Ask | undefined): string =>
  (failed && new URLSearchParams(failed.body).get('comment')) ?? '';

interface Said {
  readonly author: string;
  readonly body: string;
  readonly at: Html;
  /** `Internal note`, or nothing. */
  readonly note?: string;
}

export const said = ({ author, body, at, note }: Said): Html =>
  html`<li class="comment${note !== undefined && ' internal'}">
    <p>
      <strong>${author}</strong> ${at} ${note !== undefined && html`<span class="lozenge">${note}</span>`}
    </p>
    <p class="lines">${body}</p>
  </li>`;
