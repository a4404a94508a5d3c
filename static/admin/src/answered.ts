/** The platform ends a resolver after 25 seconds. Who has not answered after 30 will not answer. */
export const ANSWER_LIMIT_MS = 30_000;

export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** The same promise, but it rejects with `Unanswered` when it has not settled in time. */
export function answered<T>(asked: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unanswered('No answer in time.')), ANSWER_LIMIT_MS);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
