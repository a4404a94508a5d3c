import { QueryClientProvider } from '@tanstack/react-query';
import { view } from '@forge/bridge';
import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Problem } from '@contract/views';
import { App } from '../../static/admin/src/App';
import { BridgeRouter } from '../../static/admin/src/BridgeRouter';
import { followHistory } from '../../static/admin/src/history';
import { makeQueryClient } from '../../static/admin/src/start';
import { bridge, type Replies } from './bridge-stand-in';
import { complaints } from './complaints';
import { memoryHistory } from './memory-history';

/** Opens the page at an address, over the real @forge/bridge, with a server that answers as told. */
export async function openAt(path: string, replies: Replies) {
  bridge.replies = replies;
  bridge.history = memoryHistory(path);
  const places = followHistory(await view.createHistory());
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <BridgeRouter places={places}>
        <App />
      </BridgeRouter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

export const address = () => `${bridge.history.location.pathname}${bridge.history.location.search}`;

export const yes = <T,>(value: T) => ({ ok: true, value }) as const;
export const no = (problem: Partial<Problem>) =>
  ({
    ok: false,
    problem: { code: 'unexpected', message: 'Something failed.', trace: 't-1', ...problem },
  }) as const;

/** What never answers. */
export const never = () => new Promise<never>(() => {});

afterEach(() => {
  cleanup();
  bridge.reset();
  sessionStorage.clear();
  expect(complaints.splice(0)).toEqual([]);
});
