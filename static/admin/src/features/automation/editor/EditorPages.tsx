import type { RuleView } from '@contract/rule-views';
import { useState } from 'react';
import { Page } from '../../../ui/Page';
import { blankDraft } from '../draft/draft';
import { copyOf, draftOf } from '../draft/from-rule';
import { RuleGate, rulesTrail } from '../RuleGate';
import { RuleEditor } from './RuleEditor';

const fresh = { version: 0, draft: blankDraft };

export const NewRulePage = () => (
  <Page title="New rule" trail={rulesTrail}>
    <RuleEditor memory="rule:new" start={fresh} />
  </Page>
);

const trailOf = ({ id, rule }: RuleView) => [...rulesTrail, { to: `/automation/${id}`, text: rule.name }];

/** What was opened is what is sent back, even when the page learns of a newer version meanwhile. */
function Edit({ rule }: { rule: RuleView }) {
  const [opened] = useState(rule);
  const [start] = useState(() => ({ version: rule.version, draft: draftOf(rule.rule) }));
  return (
    <Page title="Edit rule" trail={trailOf(rule)}>
      <p className="intro">
        Saving makes a new version. Requests that are under way keep the version they came with.
      </p>
      <RuleEditor memory={`rule:edit:${rule.id}`} start={start} saved={opened} />
    </Page>
  );
}

export const EditRulePage = () => <RuleGate>{(rule) => <Edit key={rule.id} rule={rule} />}</RuleGate>;

function Copy({ rule }: { rule: RuleView }) {
  const [start] = useState(() => ({ version: 0, draft: copyOf(rule.rule) }));
  return (
    <Page title="Duplicate rule" trail={trailOf(rule)}>
      <p className="intro">
        Two rules may not answer the same requests: choose another request type, or conditions that tell them
        apart.
      </p>
      <RuleEditor memory={`rule:copy:${rule.id}`} start={start} />
    </Page>
  );
}

export const CopyRulePage = () => <RuleGate>{(rule) => <Copy key={rule.id} rule={rule} />}</RuleGate>;
