import { element, field } from './read';
import { read } from './server';
import type { View } from './view';

type ColorMode = 'light' | 'dark';

/** The colour mode of the frame, and of every page of the app that asked to be kept in step. */
export class Theming {
  private readonly followers = new Set<View>();

  constructor(private readonly cookie: string) {}

  get mode(): ColorMode {
    return document.documentElement.dataset['colorMode'] === 'dark' ? 'dark' : 'light';
  }

  /** Done when the page has its theme, so that the app may paint at once. */
  async follow(view: View): Promise<void> {
    this.followers.add(view);
    view.cleanups.add(() => this.followers.delete(view));
    await view.channel.call('theme', await this.load());
  }

  async toggle(): Promise<void> {
    const mode = this.mode === 'dark' ? 'light' : 'dark';
    document.cookie = `${this.cookie}=${mode}; Path=/; SameSite=Strict; Max-Age=31536000`;
    document.documentElement.dataset['colorMode'] = mode;
    const theme = await this.load();
    await Promise.all([...this.followers].map((view) => view.channel.call('theme', theme)));
  }

  private load(): Promise<unknown> {
    return read(`/_shell/theme/${this.mode}`);
  }
}

export function startThemeToggle(theming: Theming): void {
  const button = element('theme-toggle', HTMLButtonElement);
  const show = () => button.setAttribute('aria-pressed', String(theming.mode === 'dark'));
  button.addEventListener('click', () => {
    void theming.toggle().then(show);
    show();
  });
  show();
}

export const themeOf = (context: Readonly<Record<string, unknown>>, colorMode: ColorMode) => ({
  ...Object.fromEntries(Object.entries(field(context, 'theme') ?? {})),
  colorMode,
});
