const words = {
  outside: {
    title: 'This page must be opened from Jira',
    text: 'In Jira, open the Apps menu and choose Identity Governance. Opened by itself, this page cannot reach Jira.',
  },
  silent: {
    title: 'Jira does not answer this page',
    text: 'Reload the page in Jira. If that does not help, check your network and your browser extensions.',
  },
} as const;

/** A page without React: it must show even when nothing else could be loaded. */
export function showUnreachable(root: HTMLElement, why: keyof typeof words): void {
  const main = document.createElement('main');
  main.className = 'unreachable';
  const alert = document.createElement('div');
  alert.setAttribute('role', 'alert');
  const title = document.createElement('h1');
  title.textContent = words[why].title;
  const text = document.createElement('p');
  text.textContent = words[why].text;
  alert.append(title, text);
  main.append(alert);
  root.replaceChildren(main);
}
