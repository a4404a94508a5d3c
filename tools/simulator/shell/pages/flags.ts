import { element, field, functionOf, listOf, textOf } from './read';
import type { Method } from './view';

const AUTO_DISMISS_MS = 8_000;
const APPEARANCES = ['info', 'success', 'warning', 'error'];

const flagId = (arg: unknown): string => {
  const id = field(arg, 'id');
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('A flag needs an id.');
  return String(id);
};

const shown = (id: string): HTMLElement | undefined =>
  [...element('flags', HTMLElement).children].find(
    (flag): flag is HTMLElement => flag instanceof HTMLElement && flag.dataset['flag'] === id,
  );

/** A flag with the same id takes the place of the one before. */
export const showFlag: Method = (arg) => {
  const id = flagId(arg);
  shown(id)?.remove();
  const flag = compose(id, arg);
  element('flags', HTMLElement).prepend(flag);
  if (field(arg, 'isAutoDismiss') === true) dismissLater(flag);
  return true;
};

export const closeFlag: Method = (arg) => {
  const flag = shown(flagId(arg));
  flag?.remove();
  return flag !== undefined;
};

function compose(id: string, arg: unknown): HTMLElement {
  const flag = document.createElement('div');
  const appearance = textOf(arg, 'appearance') ?? textOf(arg, 'type') ?? 'info';
  flag.className = `flag flag-${APPEARANCES.includes(appearance) ? appearance : 'info'}`;
  flag.dataset['flag'] = id;
  flag.setAttribute('role', 'alert');
  const title = line('strong', textOf(arg, 'title') ?? '');
  const description = line('p', textOf(arg, 'description') ?? '');
  flag.append(...[title, description].filter(({ textContent }) => textContent !== ''));
  flag.append(...listOf(arg, 'actions').map(actionButton), dismissButton(flag));
  return flag;
}

function line(tag: 'strong' | 'p', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function button(text: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', run);
  return made;
}

const actionButton = (action: unknown) =>
  button(textOf(action, 'text') ?? '', () => void functionOf(action, 'onClick')?.());

function dismissButton(flag: HTMLElement): HTMLButtonElement {
  const made = button('×', () => flag.remove());
  made.className = 'flag-dismiss';
  made.setAttribute('aria-label', 'Dismiss');
  return made;
}

/** Not while somebody is reading it or about to use it. */
function dismissLater(flag: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout>;
  const start = () => {
    timer = setTimeout(() => flag.remove(), AUTO_DISMISS_MS);
  };
  const hold = () => clearTimeout(timer);
  for (const event of ['mouseenter', 'focusin']) flag.addEventListener(event, hold);
  for (const event of ['mouseleave', 'focusout']) flag.addEventListener(event, start);
  start();
}
