import type { CheckLineView } from '@contract/views';
import { isRecord } from '../people';
import type { Value, Values } from './fields';
import type { Proof } from './proof';

/** What a reload may not lose. Never a secret: only the id of the draft that stands for it. */
interface Remembered {
  values: Values;
  proof?: Proof;
}

const isValue = (value: unknown): value is Value =>
  typeof value === 'string' || (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
const isText = (value: unknown): value is string => typeof value === 'string';

const outcomes = ['passed', 'warned', 'failed', 'skipped'] as const;
function readLine(line: unknown): CheckLineView[] {
  if (!isRecord(line)) return [];
  const { key, label, finding, remedy } = line;
  const outcome = outcomes.find((one) => one === line.outcome);
  if (!isText(key) || !isText(label) || !isText(finding) || !outcome) return [];
  return [{ key, label, outcome, finding, ...(isText(remedy) && { remedy }) }];
}

function readProof(proof: unknown): Proof | undefined {
  if (!isRecord(proof) || !isText(proof.draft) || !Array.isArray(proof.lines)) return undefined;
  const { draft, until, account } = proof;
  return {
    draft,
    lines: proof.lines.flatMap(readLine),
    ...(isText(until) && { until }),
    ...(isText(account) && { account }),
  };
}

/** The browser may forbid its storage to framed pages; then a reload loses what was typed, and nothing else. */
export function recall(key: string): Remembered {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (!isRecord(stored) || !isRecord(stored.values)) return { values: {} };
    const values = Object.fromEntries(
      Object.entries(stored.values).flatMap(([name, value]) => (isValue(value) ? [[name, value]] : [])),
    );
    const proof = readProof(stored.proof);
    return { values, ...(proof && { proof }) };
  } catch {
    return { values: {} };
  }
}

export function remember(key: string, remembered: Remembered): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(remembered));
  } catch {
    // See `recall`.
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // See `recall`.
  }
}
