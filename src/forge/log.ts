import { Fault } from '../domain/fault';

/** Long runs without a blank may be tokens, or credentials in another coat. None of them is worth the risk. */
const redact = (text: string) => text.replace(/[^\s"',;(){}]{24,}/g, '•••');

/** One line about a failure, and the trace id that joins it to what was shown. */
export function logFailure(error: unknown): string {
  const trace = crypto.randomUUID().slice(0, 8);
  console.error(JSON.stringify({ trace, ...(error instanceof Fault ? known(error) : bug(error)) }));
  return trace;
}

const known = ({ code, message, cause }: Fault) => ({
  code,
  message: redact(message),
  ...(cause !== undefined && { cause: bug(cause) }),
});

/** A stack tells where; its first line repeats the message, which is redacted like everything we did not write. */
function bug(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: redact(String(error)) };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const where = frames.slice(0, 8).map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\//, ''));
  return { name: error.name, message: redact(error.message), where };
}
