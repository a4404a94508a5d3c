import Heading from '@atlaskit/heading';
import { useEffect, useRef, type ReactNode } from 'react';
import { NavigationType, useNavigationType } from 'react-router';
import { LinkTo } from './LinkTo';

interface Props {
  title: string;
  /** The way back up, outermost first. */
  trail?: { to: string; text: string }[];
  actions?: ReactNode;
  children: ReactNode;
}

/** Who came here by a link is set down at the heading, as after a page load. The first view leaves the focus alone. */
function useArrival() {
  const heading = useRef<HTMLDivElement>(null);
  const arrivedByLink = useNavigationType() !== NavigationType.Pop;
  const isLink = useRef(arrivedByLink);
  useEffect(() => {
    if (isLink.current) heading.current?.focus();
  }, []);
  return heading;
}

export function Page({ title, trail = [], actions, children }: Props) {
  const heading = useArrival();
  return (
    <main className="page">
      {trail.length > 0 && (
        <nav className="trail" aria-label="Breadcrumbs">
          {trail.map(({ to, text }, index) => (
            <span key={to}>
              {index > 0 && <span aria-hidden="true">/ </span>}
              <LinkTo to={to}>{text}</LinkTo>
            </span>
          ))}
        </nav>
      )}
      <header className="page-header">
        <div ref={heading} tabIndex={-1} className="page-title">
          <Heading size="large" as="h1">
            {title}
          </Heading>
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
