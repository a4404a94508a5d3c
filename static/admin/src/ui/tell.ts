import { showFlag } from '@forge/bridge';

/** Says in Jira's own corner that something was done. It stays when the view changes, and screen readers hear it. */
export function tell(title: string, description = ''): void {
  showFlag({ id: `${Date.now()}`, title, description, type: 'success', isAutoDismiss: true });
}
