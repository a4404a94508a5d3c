import { readBoot } from './boot';
import { startClock } from './clock';
import { SurfaceHistory } from './history';
import { startHost } from './host';
import { startMenus } from './menus';
import { element } from './read';
import { startSidebar } from './sidebar';
import { startThemeToggle, Theming } from './theming';

const boot = readBoot();
const theming = new Theming(boot.themeCookie);

startMenus();
startThemeToggle(theming);
startClock();
startPersonas();

if (boot.surface) {
  const history = new SurfaceHistory(boot.surface.base);
  startSidebar(history, boot.surface.base);
  startHost({ boot, theming, history, surface: boot.surface });
}

/** Choosing somebody is enough; the button is for those without scripts. */
function startPersonas(): void {
  const select = element('act-as', HTMLSelectElement);
  select.addEventListener('change', () => select.form?.requestSubmit());
}
