import { useEffect, useState } from 'react';
import { problemOf, type ShownProblem } from '../problem';
import type { PickOption } from './pick-option';
import { useChosen } from './use-chosen';
import { useOptionSearch, type OptionKind, type OptionSource } from './use-option-search';

export interface PickerOptions {
  kind: OptionKind;
  ids: readonly string[];
  /** Whose credential searches. Absent: nothing can be searched yet. */
  source: OptionSource | undefined;
  onChange(ids: string[]): void;
  /** The site or the server could not be asked. */
  onProblem(problem: ShownProblem): void;
}

/** What a picker knows: what is typed, found, chosen, and why the last choice was not taken. */
export function usePicker({ kind, ids, source, onChange, onProblem }: PickerOptions) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { chosen, see, error: unknown } = useChosen(source, kind, ids);
  const found = useOptionSearch({ source, kind, text: typed.trim(), isOpen });

  const problem = found.error ?? unknown;
  useEffect(() => {
    if (problem) onProblem(problemOf(problem));
  }, [problem, onProblem]);

  const choose = (picked: PickOption | readonly PickOption[] | null) => {
    const wanted = picked === null ? [] : 'id' in picked ? [picked] : picked;
    const blocked = wanted.find((option) => option.blocked !== undefined && !ids.includes(option.id));
    setRefusal(blocked ? `${blocked.name} cannot be chosen: ${blocked.blocked}` : '');
    if (blocked) return;
    see(wanted);
    onChange(wanted.map(({ id }) => id));
  };
  return { typed, setTyped, isOpen, setOpen, refusal, chosen, found, problem, choose };
}
