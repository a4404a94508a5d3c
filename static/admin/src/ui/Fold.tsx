import { useState, type ReactNode } from 'react';

interface Props {
  title: string;
  /** What is said inside, in a few words, so that it need not be opened to know it. */
  says: string;
  /** Something inside has to be seen: it cannot be shut before that is mended. */
  isWrong: boolean;
  children: ReactNode;
}

/** A part that is seldom changed: shut, it is one line. */
export function Fold({ title, says, isWrong, children }: Props) {
  const [isOpen, setOpen] = useState(isWrong);
  if (isWrong && !isOpen) setOpen(true);
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="part">{title}</span>: <span className="subtle">{says}</span>
      </summary>
      <div className="fold-inside">{children}</div>
    </details>
  );
}
