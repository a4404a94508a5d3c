import { Lines } from './Lines';

export const PageSkeleton = () => (
  <main className="page">
    <Lines label="Loading the page…" count={6} />
  </main>
);
