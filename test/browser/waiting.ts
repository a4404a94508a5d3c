import type { CallName } from '../../src/contract/api';
import type { AppPage } from './app-page';

/** Keeps the answer to a call of the page back, until the function that it answers with is called. */
export async function holdBack(app: AppPage, call: CallName): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await app.context.route('**/_shell/invoke', async (route) => {
    const asked: unknown = route.request().postDataJSON();
    if (JSON.stringify(asked).includes(`"functionKey":"${call}"`)) await released;
    // A page that was closed meanwhile waits for nothing.
    await route.fallback().catch(() => undefined);
  });
  return () => release();
}
