import Heading from '@atlaskit/heading';
import type { RuleView } from '@contract/rule-views';
import { titleOf } from '../../../problem';
import { Page } from '../../../ui/Page';
import { Person } from '../../../ui/Person';
import { ProblemMessage } from '../../../ui/ProblemMessage';
import { When } from '../../../ui/When';
import { InFlight } from '../InFlight';
import { RuleGate, rulesTrail } from '../RuleGate';
import { RuleLozenge } from '../RuleLozenge';
import { Sentences } from '../Sentences';
import { TryPanel } from '../TryPanel';
import { useSwitch } from '../use-switch';
import { RuleActions } from './RuleActions';
import { Versions } from './Versions';

function Detail({ saved }: { saved: RuleView }) {
  const { id, version, state, rule, changedBy, changedAt } = saved;
  const flip = useSwitch({ id, version, state, name: rule.name });
  return (
    <Page title={rule.name} trail={rulesTrail} actions={<RuleActions rule={saved} flip={flip} />}>
      <div className="stack-large">
        {flip.problem && (
          <ProblemMessage problem={flip.problem} title={titleOf(flip.problem, 'Nothing was changed')} />
        )}
        <section className="stack" aria-labelledby="rule-heading">
          <Heading size="medium" as="h2" id="rule-heading">
            What the rule says
          </Heading>
          <div className="rule-state">
            <RuleLozenge state={state} /> <span>Version {version}, by</span> <Person id={changedBy} />{' '}
            <When at={changedAt} />
          </div>
          <Sentences rule={rule} label="What the rule says" />
        </section>
        <section className="stack-small" aria-labelledby="flight-heading">
          <Heading size="medium" as="h2" id="flight-heading">
            Under way by this rule
          </Heading>
          <InFlight rule={saved} />
        </section>
        <TryPanel key={version} rule={rule} />
        <Versions id={id} />
      </div>
    </Page>
  );
}

export const RulePage = () => <RuleGate>{(rule) => <Detail key={rule.id} saved={rule} />}</RuleGate>;
