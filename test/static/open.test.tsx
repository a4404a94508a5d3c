import { act, screen, within } from '@testing-library/react';
import { answered, ANSWER_LIMIT_MS } from '../../static/admin/src/answered';
import { open } from '../../static/admin/src/open';
import { bridge } from './bridge-stand-in';
import { no, openAt, yes } from './stage';

const root = () => {
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  return element;
};

/** Lets one test live without Jira's side of the bridge. */
async function withoutBridge(story: () => Promise<void>) {
  const kept: unknown = Reflect.get(globalThis, '__bridge');
  Reflect.deleteProperty(globalThis, '__bridge');
  try {
    await story();
  } finally {
    Reflect.set(globalThis, '__bridge', kept);
  }
}

describe('opening the page', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows the app when Jira is there', async () => {
    bridge.replies = { 'connection.list': yes([]) };
    await act(() => open(root()));
    expect(await screen.findByText('No application is connected yet')).toBeTruthy();
  });

  it('says where to open it when there is no Jira around it', async () => {
    await withoutBridge(async () => {
      await open(root());
      expect(screen.getByText(/This page must be opened from Jira/)).toBeTruthy();
      expect(screen.getByText(/Apps menu/)).toBeTruthy();
    });
  });

  it('says so when Jira never answers, instead of loading for ever', async () => {
    jest.useFakeTimers();
    bridge.isSilent = true;
    const opening = expect(open(root())).rejects.toThrow('No answer in time.');
    await jest.advanceTimersByTimeAsync(ANSWER_LIMIT_MS);
    await opening;
    expect(within(screen.getByRole('alert')).getByText('Jira does not answer this page')).toBeTruthy();
  });
});

describe('asking the server', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives up after thirty seconds and says what to do', async () => {
    jest.useFakeTimers();
    await openAt('/connections', { 'connection.list': () => new Promise(() => {}) });
    await act(() => jest.advanceTimersByTimeAsync(ANSWER_LIMIT_MS + 1000));
    expect(screen.getByText('Jira did not answer within 30 seconds.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('says that the app could not be asked when the platform answers with nothing', async () => {
    await openAt('/connections', {});
    expect(await screen.findByText('The app could not be asked.')).toBeTruthy();
  });

  it('counts down until it may try again', async () => {
    jest.useFakeTimers();
    await openAt('/connections', { 'connection.list': no({ retryAfterSeconds: 3 }) });
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(screen.getByText('You can try again in 3 seconds.')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(1000));
    expect(screen.getByText('You can try again in 2 seconds.')).toBeTruthy();
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveProperty('disabled', false);
  });

  it('does not give up on an answer that came in time', async () => {
    await expect(answered(Promise.resolve('here'))).resolves.toBe('here');
  });
});
