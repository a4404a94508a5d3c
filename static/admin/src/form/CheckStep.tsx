import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useEffect, useRef } from 'react';
import { CheckList } from '../ui/CheckList';
import { Lines } from '../ui/Lines';
import { ProblemMessage } from '../ui/ProblemMessage';
import type { DraftForm } from './use-draft-form';
import type { Proof } from './proof';

interface Props {
  form: DraftForm;
}

function summaryOf({ draft, lines }: Proof): string {
  if (draft !== undefined) return 'The credential was accepted';
  const failed = lines.filter(({ outcome }) => outcome === 'failed').length;
  return `The credential was not accepted: ${failed} of ${lines.length} checks failed`;
}

/** Sets the focus on a result that has just come, not on one that a reload brought back. A wrong field goes first. */
function useResultFocus({ proof, check, wrong }: DraftForm) {
  const heading = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !check.isRunning && proof && wrong === undefined) heading.current?.focus();
    wasRunning.current = check.isRunning;
  }, [check.isRunning, proof, wrong]);
  return heading;
}

/** Proves the credential while you look on: what is checked, what came of it, and what to do. */
export function CheckStep({ form }: Props) {
  const { proof, check } = form;
  const heading = useResultFocus(form);
  const summary = proof && summaryOf(proof);
  return (
    <div className="check-step">
      {proof?.draft === undefined && (
        <Button onClick={() => void check.run(undefined)} isLoading={check.isRunning}>
          Check credential
        </Button>
      )}
      <p role="status" className="visually-hidden">
        {check.isRunning ? 'Checking the credential with the site…' : summary}
      </p>
      {check.isRunning && <Lines label="This takes a few seconds." count={5} />}
      {check.problem && (
        <ProblemMessage problem={check.problem} title="The credential could not be checked" />
      )}
      {proof && (
        <section className="panel">
          <div ref={heading} tabIndex={-1}>
            <Heading size="xsmall" as="h2">
              {summary}
            </Heading>
          </div>
          <CheckList lines={proof.lines} label="Checks of the credential" />
        </section>
      )}
    </div>
  );
}
