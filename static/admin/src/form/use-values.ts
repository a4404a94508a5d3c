import type { FieldView } from '@contract/views';
import { useCallback, useEffect, useState } from 'react';
import { fieldId, firstWrong, type Errors, type Value, type Values } from './fields';

/** What is typed into a form, and what is wrong with it. A wrong field stays so until somebody touches it. */
export function useValues(fields: readonly FieldView[], initial: Values) {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});

  const set = useCallback((name: string, value: Value) => {
    setValues((all) => ({ ...all, [name]: value }));
    setErrors(({ [name]: _mended, ...others }) => others);
  }, []);
  const [wrong, refuse] = useFirstWrong(fields, setErrors);
  return { values, errors, set, setValues, refuse, wrong };
}

/** Shows errors and puts the focus on the first wrong field, once it is there. */
function useFirstWrong(fields: readonly FieldView[], setErrors: (errors: Errors) => void) {
  const [refused, setRefused] = useState<Errors>({});
  const refuse = useCallback(
    (errors: Errors) => {
      setErrors(errors);
      setRefused(errors);
    },
    [setErrors],
  );
  const wrong = firstWrong(fields, refused);
  useEffect(() => {
    if (wrong !== undefined) document.getElementById(fieldId(wrong))?.focus();
    // Every refusal counts, also the second one at the same field.
  }, [wrong, refused]);
  return [wrong, refuse] as const;
}
