import Skeleton from '@atlaskit/skeleton';

interface Props {
  /** What is being loaded, for those who cannot see the grey bars. */
  label: string;
  count?: number;
}

/** The loading branch: grey bars, and one sentence for screen readers. */
export function Lines({ label, count = 4 }: Props) {
  return (
    <div role="status" className="lines">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: count }, (_, line) => (
        <Skeleton key={line} width={line % 2 === 0 ? '100%' : '80%'} height="20px" isShimmering />
      ))}
    </div>
  );
}
