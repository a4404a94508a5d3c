import { html, type Html } from './html';
import { statusLozenge, when } from './work-page';
import type { Approval } from './work-shapes';

const WORDS: Readonly<Record<string, string>> = {
  approved: 'Approved',
  declined: 'Declined',
  pending: 'Pending',
};

const wordOf = (decision: string): string => WORDS[decision] ?? decision;

/** Every approval of a request, the latest first, with the buttons of whoever is asked. */
export const approvalBoxes = (approvals: readonly Approval[]): Html | undefined =>
  approvals.length === 0
    ? undefined
    : html`<section aria-labelledby="approvals">
        <h2 id="approvals">Approval</h2>
        ${[...approvals].sort((a, b) => b.createdDate.epochMillis - a.createdDate.epochMillis).map(box)}
      </section>`;

const box = (approval: Approval): Html =>
  html`<div class="box">
    <p>
      ${approval.name} ${statusLozenge(wordOf(approval.finalDecision), approval.finalDecision)}, asked
      ${when(approval.createdDate)}
    </p>
    ${approval.approvers.length === 0 && html`<p>Nobody is asked.</p>`}
    <ul>
      ${approval.approvers.map(
        ({ approver, approverDecision }) =>
          html`<li>
            ${approver?.displayName ?? 'Former user'}
            ${statusLozenge(wordOf(approverDecision), approverDecision)}
          </li>`,
      )}
    </ul>
    ${approval.canAnswerApproval && buttons(approval)}
  </div>`;

const buttons = ({ id }: Approval): Html =>
  html`<form method="post" class="row">
    <input type="hidden" name="act" value="answer" />
    <input type="hidden" name="approvalId" value="${id}" />
    <button class="primary" name="decision" value="approve">Approve</button>
    <button name="decision" value="decline">Decline</button>
  </form>`;
