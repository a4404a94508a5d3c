import { useEffect, useState } from 'react';

/** Letters typed quickly are one change of the address. */
const PAUSE_MS = 200;

/**
 * The text of the filter while it is typed. The address follows after a pause, and later than the typing: its answer
 * to what was typed here changes nothing, a text from elsewhere (a cleared filter, Jira's sidebar) replaces it.
 */
export function useTypedFilter(text: string, onText: (text: string) => void) {
  const [{ typed, sent, seen }, setState] = useState({ typed: text, sent: text, seen: text });
  if (text !== seen) setState({ typed: text === sent ? typed : text, sent, seen: text });

  useEffect(() => {
    if (typed === text || typed === sent) return undefined;
    const timer = setTimeout(() => {
      setState((state) => ({ ...state, sent: typed }));
      onText(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent, text, onText]);

  const type = (next: string) => setState((state) => ({ ...state, typed: next }));
  return [typed, type] as const;
}
