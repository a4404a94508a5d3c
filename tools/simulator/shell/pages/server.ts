import { textOf } from './read';

/** Speaks with the server of the frame. Rejects with the message the server gives. */
export async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = jsonOf(await response.text());
  if (!response.ok) throw new Error(textOf(answer, 'message') ?? `The platform answered ${response.status}.`);
  return answer;
}

/** What is in the way of the platform may answer with a page. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function read(path: string): Promise<unknown> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}
