import { LinkButton } from '@atlaskit/button/new';
import Link from '@atlaskit/link';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface LinkProps {
  to: string;
  children: ReactNode;
}

/** A link to another view of this page, looking like Atlaskit's and going through the router. */
export function LinkTo({ to, children }: LinkProps) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Link href={useHref(to)} onClick={follow}>
      {children}
    </Link>
  );
}

interface ButtonProps extends LinkProps {
  appearance?: 'default' | 'primary' | 'subtle';
  spacing?: 'default' | 'compact';
}

export function LinkButtonTo({ to, appearance = 'default', spacing = 'default', children }: ButtonProps) {
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <LinkButton href={useHref(to)} onClick={follow} appearance={appearance} spacing={spacing}>
      {children}
    </LinkButton>
  );
}
