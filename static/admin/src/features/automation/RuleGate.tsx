import type { RuleView } from '@contract/rule-views';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { problemOf } from '../../problem';
import { LinkButtonTo } from '../../ui/LinkTo';
import { Lines } from '../../ui/Lines';
import { Page } from '../../ui/Page';
import { ProblemMessage } from '../../ui/ProblemMessage';
import { useRule } from './use-rules';
import './automation.css';

export const rulesTrail = [{ to: '/automation', text: 'Automation' }];

/** The branches that come before a rule is there; then what is made of it. */
export function RuleGate({ children }: { children(rule: RuleView): ReactNode }) {
  const { id = '' } = useParams();
  const { error, data: rule, refetch } = useRule(id);
  if (rule) return children(rule);
  if (!error) {
    return (
      <Page title="Rule" trail={rulesTrail}>
        <Lines label="Loading the rule…" count={6} />
      </Page>
    );
  }
  const problem = problemOf(error);
  const isGone = problem.code === 'not-found';
  return (
    <Page title="Rule" trail={rulesTrail}>
      <ProblemMessage
        problem={problem}
        title={isGone ? 'This rule is gone' : 'The rule could not be loaded'}
        {...(!isGone && { retry: () => void refetch() })}
      >
        <LinkButtonTo to="/automation">Go to Automation</LinkButtonTo>
      </ProblemMessage>
    </Page>
  );
}
