import { useNavigate } from 'react-router';
import type { RuleView } from '@contract/rule-views';
import { api } from '../../../api';
import { problemOf } from '../../../problem';
import { tell } from '../../../ui/tell';
import { useAction } from '../../../ui/use-action';
import type { RuleDraft } from '../draft/draft';
import { errorsIn } from '../draft/errors';
import { gapsOf, type Gaps } from '../draft/gaps';
import { ruleOf } from '../draft/to-rule';
import { useRememberRule } from '../use-rules';

interface Saving {
  readonly draft: RuleDraft;
  /** The rule that is changed. Absent: a new one. */
  readonly id: string | undefined;
  readonly version: number;
  refuse(errors: Gaps): void;
  clear(): void;
}

/** Sends the draft once it has no gaps. What is wrong is shown at its step; nothing that was typed is lost. */
export function useSave({ draft, id, version, refuse, clear }: Saving) {
  const navigate = useNavigate();
  const remember = useRememberRule();
  const send = async (): Promise<RuleView> => {
    const rule = ruleOf(draft);
    return id === undefined ? api.createRule({ rule }) : api.updateRule({ id, version, rule });
  };
  const save = useAction<void>(async () => {
    try {
      const saved = await send();
      clear();
      await remember(saved);
      tell(id === undefined ? 'The rule was created and is enabled' : 'The rule was saved');
      await navigate(`/automation/${saved.id}`);
    } catch (error) {
      refuse(errorsIn(problemOf(error), draft));
      throw error;
    }
  });
  const trySave = () => {
    const gaps = gapsOf(draft);
    if (Object.keys(gaps).length > 0) return refuse(gaps);
    void save.run();
  };
  return { save, trySave };
}
