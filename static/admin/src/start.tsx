import { view } from '@forge/bridge';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { answered } from './answered';
import { App } from './App';
import { BridgeRouter } from './BridgeRouter';
import { followHistory } from './history';

/** A failed call is shown with its remedy and asked again by a person, never silently. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 } } });

/** The theme is set before anything is drawn, so that nothing flashes. Without it the page is plain, not broken. */
export async function start(root: HTMLElement): Promise<void> {
  const [history] = await Promise.all([
    answered(view.createHistory()),
    answered(view.theme.enable()).catch(() => undefined),
  ]);
  createRoot(root).render(
    <QueryClientProvider client={makeQueryClient()}>
      <BridgeRouter places={followHistory(history)}>
        <App />
      </BridgeRouter>
    </QueryClientProvider>,
  );
}
