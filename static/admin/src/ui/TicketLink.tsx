import { router, view } from '@forge/bridge';
import Link from '@atlaskit/link';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';

interface Props {
  /** A path on the site, such as `/browse/IT-42`. */
  path: string;
  children: ReactNode;
}

const siteOf = async (): Promise<string> => (await view.getContext()).siteUrl;

const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;

/** A link out of this page into Jira. Jira itself goes there; the address is real, so that it can be copied. */
export function TicketLink({ path, children }: Props) {
  const { data: site } = useQuery({ queryKey: ['site'], queryFn: siteOf, staleTime: Infinity });
  const follow = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    void router.navigate(path);
  };
  return (
    <Link href={site === undefined ? '#' : `${site}${path}`} onClick={follow}>
      {children}
    </Link>
  );
}
