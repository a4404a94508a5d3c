import { useCallback, useEffect, useMemo, useState } from 'react';
import { forget } from '../../../form/form-memory';
import { useConnections } from '../../connections/use-connections';
import type { RuleDraft } from '../draft/draft';
import { gapsOf, type Gaps } from '../draft/gaps';
import { recallDraft, rememberDraft, type Kept } from '../draft/memory';
import { propose } from '../draft/propose';
import { without } from '../draft/steps';
import { useForm } from '../use-rules';
import type { Editor } from './editor';

/** The only connection there is needs no choosing. */
const withConnection = (draft: RuleDraft, only: string | undefined): RuleDraft =>
  only === undefined || draft.access.connectionId !== ''
    ? draft
    : { ...draft, access: { ...draft.access, connectionId: only } };

/** The draft with what the app can propose by itself, once it knows the form and the connections. */
function useProposals({ trigger }: RuleDraft) {
  const { data: form } = useForm(trigger.deskId, trigger.requestTypeId);
  const { data: connections } = useConnections();
  const only = connections?.length === 1 ? connections[0]?.id : undefined;
  return useCallback(
    (draft: RuleDraft) => withConnection(form ? propose(draft, form) : draft, only),
    [form, only],
  );
}

/** What is wrong. A gap that the app has closed meanwhile by a proposal of its own is none any more. */
function useErrors(draft: RuleDraft) {
  const [told, setTold] = useState<{ readonly errors: Gaps; readonly gaps: Gaps }>({ errors: {}, gaps: {} });
  const gaps = useMemo(() => gapsOf(draft), [draft]);
  const errors = useMemo(() => {
    const stands = ([path, sentence]: readonly [string, string]) =>
      told.gaps[path] !== sentence || gaps[path] !== undefined;
    return Object.fromEntries(Object.entries(told.errors).filter(stands));
  }, [told, gaps]);
  return {
    errors,
    refuse: useCallback((wrong: Gaps) => setTold({ errors: wrong, gaps }), [gaps]),
    mend: useCallback(
      (path: string) => setTold((all) => ({ ...all, errors: without(all.errors, path) })),
      [],
    ),
  };
}

/** A rule while it is being written. It survives a reload under the key `memory`. */
export function useRuleDraft(memory: string, start: Kept) {
  const [{ kept, wasBrought }, setKept] = useState(() => {
    const recalled = recallDraft(memory);
    return { kept: recalled ?? start, wasBrought: recalled !== undefined };
  });
  const proposed = useProposals(kept.draft);
  const draft = useMemo(() => proposed(kept.draft), [proposed, kept.draft]);
  const { errors, refuse, mend } = useErrors(draft);

  const become = useCallback<Editor['become']>(
    (path, change) => {
      setKept((all) => {
        const next = { ...all.kept, draft: change(proposed(all.kept.draft)) };
        return { ...all, kept: next };
      });
      mend(path);
    },
    [proposed, mend],
  );
  const edit = useCallback<Editor['edit']>(
    (path, part, change) => become(path, (all) => ({ ...all, [part]: { ...all[part], ...change } })),
    [become],
  );
  const begin = useCallback(
    (next: Kept) => {
      setKept({ kept: next, wasBrought: false });
      refuse({});
    },
    [refuse],
  );

  const isTouched = kept !== start;
  useEffect(() => {
    if (isTouched) rememberDraft(memory, { version: kept.version, draft });
  }, [memory, kept.version, draft, isTouched]);

  const editor: Editor = { draft, errors, edit, become };
  return {
    editor,
    version: kept.version,
    wasBrought,
    refuse,
    begin,
    clear: useCallback(() => forget(memory), [memory]),
  };
}
