import { showFlag } from '@forge/bridge';

/** Says in Jira's own corner that something was done. It stays when the view changes, and screen readers hear it. */
export function tell(title: string, description = ''): void {
  showFlag({ id: `${Date.now()}`, title, description, type: 'success', isAutoDismiss: true });
}

/** Says there that something was not done after all. It stays until it is put away: it may not be missed. */
export function warn(title: string, description: string): void {
  showFlag({ id: `${Date.now()}`, title, description, type: 'warning', isAutoDismiss: false });
}
