import { useQueryClient } from '@tanstack/react-query';
import type { RuleRowView } from '@contract/rule-views';
import { api } from '../../api';
import { problemOf } from '../../problem';
import { tell } from '../../ui/tell';
import { useAction } from '../../ui/use-action';
import { useRememberRule } from './use-rules';

type Switched = Pick<RuleRowView, 'id' | 'version' | 'state' | 'name'>;

/** Turns a rule on or off. Whoever acted on an old look is shown the new one. */
export function useSwitch({ id, version, state, name }: Switched) {
  const remember = useRememberRule();
  const client = useQueryClient();
  return useAction<void>(async () => {
    const isOn = state === 'enabled';
    try {
      await remember(await (isOn ? api.disableRule({ id, version }) : api.enableRule({ id, version })));
      tell(
        `${name} was ${isOn ? 'disabled' : 'enabled'}`,
        isOn ? 'Requests that are under way go on. New ones are left alone.' : 'It answers new requests.',
      );
    } catch (error) {
      if (problemOf(error).code === 'conflict') {
        await Promise.all(
          [['rules'], ['rule', id]].map((queryKey) => client.invalidateQueries({ queryKey })),
        );
      }
      throw error;
    }
  });
}
