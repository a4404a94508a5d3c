import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import type { RuleView } from '@contract/rule-views';
import { useState } from 'react';
import { api } from '../../../api';
import { Person } from '../../../ui/Person';
import { When } from '../../../ui/When';
import { useAction } from '../../../ui/use-action';
import type { RuleDraft } from '../draft/draft';
import { draftOf } from '../draft/from-rule';
import type { Kept } from '../draft/memory';
import { Sentences } from '../Sentences';

interface Props {
  id: string;
  mine: RuleDraft;
  onDecided(kept: Kept): void;
}

/** Somebody else saved first. Shows theirs beside, and lets nothing be overwritten that was not seen. */
export function SavedBeside({ id, mine, onDecided }: Props) {
  const [theirs, setTheirs] = useState<RuleView>();
  const client = useQueryClient();
  const load = useAction<void>(async () => {
    const saved = await api.rule({ id });
    client.setQueryData(['rule', id], saved);
    setTheirs(saved);
  });
  if (!theirs) {
    return (
      <>
        <Button onClick={() => void load.run()} isLoading={load.isRunning}>
          Show what is saved now
        </Button>
        {load.problem && <p>{load.problem.message}</p>}
      </>
    );
  }
  const { version, rule, changedBy, changedAt } = theirs;
  return (
    <div className="stack-small">
      <div>
        Saved by <Person id={changedBy} /> <When at={changedAt} />, as <strong>{rule.name}</strong>:
      </div>
      <Sentences rule={rule} label="What is saved now" />
      <div className="actions">
        <Button onClick={() => onDecided({ version, draft: mine })}>Keep mine, to save over it</Button>
        <Button onClick={() => onDecided({ version, draft: draftOf(rule) })}>Take theirs</Button>
      </div>
    </div>
  );
}
