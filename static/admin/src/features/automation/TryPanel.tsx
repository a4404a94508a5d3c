import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import TextField from '@atlaskit/textfield';
import type { RuleInput } from '@contract/rule';
import type { TrialView } from '@contract/rule-views';
import { useState, type FormEvent } from 'react';
import { FormField } from '../../form/FormField';
import { api } from '../../api';
import { titleOf } from '../../problem';
import { Lines } from '../../ui/Lines';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useAction } from '../../ui/use-action';
import { TrialResult } from './TrialResult';

interface Props {
  /** The rule as it is on the screen. */
  rule: RuleInput;
}

/** Runs a rule on an existing ticket and shows what it would do. */
export function TryPanel({ rule }: Props) {
  const [issueKey, setIssueKey] = useState('');
  const [trial, setTrial] = useState<TrialView>();
  const run = useAction(async (key: string) => {
    setTrial(undefined);
    setTrial(await api.tryRule({ rule, issueKey: key }));
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!run.isRunning) void run.run(issueKey.trim());
  };
  const wrongKey = run.problem?.fields?.['issueKey'];
  return (
    <section className="stack panel" aria-labelledby="try-heading">
      <Heading size="small" as="h2" id="try-heading">
        Try it
      </Heading>
      <p>
        Runs the rule on a ticket that exists, without effect: nothing is changed, given or written anywhere.
      </p>
      <form className="try" noValidate onSubmit={send} aria-label="Try the rule on a ticket">
        <FormField
          field={{
            name: 'issueKey',
            kind: 'text',
            label: 'Key of a ticket, such as IT-42',
            help: '',
            required: true,
          }}
          error={wrongKey}
        >
          {(described) => (
            <TextField
              {...described}
              autoComplete="off"
              isInvalid={wrongKey !== undefined}
              value={issueKey}
              onChange={(event) => setIssueKey(event.currentTarget.value)}
            />
          )}
        </FormField>
        <Button type="submit" isLoading={run.isRunning}>
          Try it
        </Button>
      </form>
      {run.isRunning && <Lines label="Trying the rule…" count={3} />}
      {run.problem && wrongKey === undefined && (
        <ProblemMessage problem={run.problem} title={titleOf(run.problem, 'The rule could not be tried')}>
          {run.problem.fields && <p>{Object.values(run.problem.fields).join(' ')}</p>}
        </ProblemMessage>
      )}
      <div role="status">{trial && <TrialResult trial={trial} />}</div>
    </section>
  );
}
