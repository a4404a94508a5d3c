import type { ConnectorView, FieldView } from '@contract/views';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../api';
import { Refused, type ShownProblem } from '../problem';
import { useAction } from '../ui/use-action';
import { errorsOf, fill, isCredential, say, type Errors } from './fields';
import { forget, recall, remember } from './form-memory';
import { proofOf, type Proof } from './proof';
import { useValues } from './use-values';

export interface DraftFormOptions {
  connector: ConnectorView;
  /** The connector's fields, or those of them that are asked for here. */
  fields: readonly FieldView[];
  /** The connection whose credential is being replaced. */
  connection?: string;
  /** Under which name the form survives a reload. */
  memory: string;
}

const withoutSecrets = (fields: readonly FieldView[]) => fields.filter(({ kind }) => kind !== 'secret');
const empty = (fields: readonly FieldView[]) => Object.fromEntries(fields.map(({ name }) => [name, '']));

/** The errors that the failed lines of a check put at a field. */
const errorsIn = ({ draft, lines }: Proof): Errors =>
  draft !== undefined
    ? {}
    : Object.fromEntries(
        lines.flatMap(({ outcome, field, finding }) =>
          outcome === 'failed' && field ? [[field, finding]] : [],
        ),
      );

/** A form whose credential is proven first and then stands on the server, under a draft id, in place of the token. */
export function useDraftForm({ connector, fields, connection, memory }: DraftFormOptions) {
  const [start] = useState(() => recall(memory));
  const [proof, setProof] = useState<Proof | undefined>(start.proof);
  const { values, errors, set, setValues, refuse, wrong } = useValues(fields, fill(fields, start.values));
  const credential = useMemo(() => fields.filter(isCredential), [fields]);

  useEffect(() => {
    const kept = say(withoutSecrets(fields), values);
    remember(memory, { values: kept, ...(proof?.draft !== undefined && { proof }) });
  }, [memory, fields, values, proof]);

  const check = useAction(async () => {
    setProof(undefined);
    try {
      const typed = say(credential, values);
      const found = proofOf(
        await api.check({
          connector: connector.key,
          values: typed,
          ...(connection !== undefined && { connection }),
        }),
      );
      setProof(found);
      refuse(errorsIn(found));
      // The token is on the server now. Nothing on this side keeps it.
      if (found.draft !== undefined) setValues((all) => ({ ...all, ...emptySecrets(fields) }));
    } catch (error) {
      if (error instanceof Refused) refuse(errorsOf(error.problem));
      throw error;
    }
  });

  const dropDraft = useCallback(() => setProof(undefined), []);
  /** A draft that the server no longer knows, or a credential that the site no longer takes, must be typed again. */
  const settle = useCallback(
    (problem: ShownProblem) => {
      const found = errorsOf(problem);
      if (credential.some(({ name }) => found[name] !== undefined)) setProof(undefined);
      if (Object.keys(found).length > 0) refuse(found);
    },
    [credential, refuse],
  );

  return { values, errors, set, proof, check, wrong, settle, dropDraft, clear: () => forget(memory) };
}

const emptySecrets = (fields: readonly FieldView[]) => empty(fields.filter(({ kind }) => kind === 'secret'));

export type DraftForm = ReturnType<typeof useDraftForm>;
