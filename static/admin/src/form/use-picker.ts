import { useEffect, useState } from 'react';
import { problemOf, type ShownProblem } from '../problem';
import type { PickOption } from './pick-option';
import { useChosen } from './use-chosen';
import type { OptionKind, OptionSource } from './pick-source';
import { useOptionSearch } from './use-option-search';

export interface PickerOptions {
  kind: OptionKind;
  ids: readonly string[];
  /** Names that the caller knows. Without them they are asked for. */
  named?: readonly { readonly id: string; readonly name: string }[];
  /** Who is asked. Absent: nothing can be searched yet. */
  source: OptionSource | undefined;
  onChange(ids: string[], options: readonly PickOption[]): void;
  /** The site or the server could not be asked. */
  onProblem(problem: ShownProblem): void;
}

const none: NonNullable<PickerOptions['named']> = [];

/** What a picker knows: what is typed, found, chosen, and why the last choice was not taken. */
export function usePicker({ kind, ids, named = none, source, onChange, onProblem }: PickerOptions) {
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { chosen, see, error: unknown } = useChosen(source, { kind, ids, named });
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
    onChange(
      wanted.map(({ id }) => id),
      wanted,
    );
  };
  return { typed, setTyped, isOpen, setOpen, refusal, chosen, found, problem, choose };
}
