import { textOfAdf } from '../atlassian/work/adf';
import type { Worked } from './agent-read';
import type { Ask } from './exchange';
import { html, type Html } from './html';
import { withNames } from './mentions';
import { said, typedIn } from './portal-activity';
import type { Residents } from './stage';
import { table } from './table';

const formatIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });

const moment = (at: string, timeZone: string): Html =>
  html`<time datetime="${at}">${formatIn(timeZone).format(new Date(at))}</time>`;

interface Around {
  readonly timeZone: string;
  readonly residents: Residents;
  /** What was sent in vain. */
  readonly failed?: Ask;
}

/** Everything that was said, internal notes marked as such, and the box to say more. */
export const commentList = ({ comments }: Worked, { timeZone, residents, failed }: Around): Html =>
  html`<section aria-labelledby="comments">
    <h2 id="comments">Comments</h2>
    ${comments.length === 0 && html`<p>Nobody has said anything.</p>`}
    <ol class="activity">
      ${comments.map(({ author, body, created, jsdPublic }) =>
        said({
          author: author?.displayName ?? 'Former user',
          body: withNames(textOfAdf(body), residents),
          at: moment(created, timeZone),
          ...(!jsdPublic && { note: 'Internal note' }),
        }),
      )}
    </ol>
    <form method="post" class="field">
      <input type="hidden" name="act" value="comment" />
      <label for="comment">Comment</label>
      <textarea id="comment" name="comment" rows="3" required>${typedIn(failed)}</textarea>
      <div class="row">
        <button name="audience" value="public">Reply to customer</button>
        <button name="audience" value="internal">Add internal note</button>
      </div>
    </form>
  </section>`;

/** The changelog, the latest first. */
export const historyTable = ({ histories }: Worked, timeZone: string): Html =>
  html`<section aria-labelledby="history">
    <h2 id="history">History</h2>
    ${table({
      name: 'Changes',
      columns: ['When', 'Who', 'Field', 'From', 'To'],
      rows: [...histories].reverse().flatMap(({ created, author, items }) =>
        items.map(
          (item) =>
            html`<tr>
              <td>${moment(created, timeZone)}</td>
              <td>${author?.displayName ?? 'Former user'}</td>
              <td>${item.field}</td>
              <td>${textOf(item, 'fromString')}</td>
              <td>${textOf(item, 'toString')}</td>
            </tr>`,
        ),
      ),
      empty: 'Nothing has changed yet.',
    })}
  </section>`;

/** `toString` is data here, as Jira names it. */
const textOf = (
  item: Worked['histories'][number]['items'][number],
  key: 'fromString' | 'toString',
): string => {
  const text: unknown = Object.hasOwn(item, key) ? item[key] : undefined;
  return typeof text === 'string' ? text : '';
};
