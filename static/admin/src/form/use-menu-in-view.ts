import { useEffect } from 'react';

/** Select makes room for its menu when it opens, but then it is empty. Here room is made once something is in it. */
export function useMenuInView(inputId: string, hasOptions: boolean): void {
  useEffect(() => {
    if (!hasOptions) return;
    const list = document.getElementById(inputId)?.getAttribute('aria-controls');
    if (list) document.getElementById(list)?.scrollIntoView({ block: 'nearest' });
  }, [inputId, hasOptions]);
}
