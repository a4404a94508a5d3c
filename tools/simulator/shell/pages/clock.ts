import { element, textOf } from './read';
import { post, read } from './server';

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** What the app shows is as old as its page: after a leap in time it is loaded anew, where it was. */
function reloadApp(): void {
  const frame = document.querySelector<HTMLIFrameElement>('iframe.app-frame');
  if (frame) frame.src = frame.getAttribute('src') ?? '';
}

/** Shows the simulated time and moves it. Everything that falls due on the way happens. */
export function startClock(): void {
  const shown = element('clock-now', HTMLTimeElement);
  const status = element('clock-status', HTMLElement);
  const custom = element('clock-custom', HTMLInputElement);

  const show = (answer: unknown) => {
    const now = textOf(answer, 'now') ?? '';
    shown.dateTime = now;
    shown.textContent = `${clockFormat.format(new Date(now))} UTC`;
  };
  const refresh = () => read('/_simulator/clock').then(show, () => undefined);
  const advance = async (duration: string) => {
    status.textContent = 'Time is passing …';
    try {
      show(await post('/_simulator/clock', { advance: duration }));
      reloadApp();
      status.textContent = `Moved on by ${duration}.`;
    } catch (problem) {
      status.textContent = problem instanceof Error ? problem.message : String(problem);
    }
  };

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-advance]')) {
    button.addEventListener('click', () => void advance(button.dataset['advance'] ?? ''));
  }
  element('clock-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void advance(custom.value.trim());
  });
  setInterval(() => void refresh(), 5_000);
  void refresh();
}
