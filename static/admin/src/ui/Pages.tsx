import Button from '@atlaskit/button/new';

interface Props {
  page: number;
  pages: number;
  onPage(page: number): void;
}

export function Pages({ page, pages, onPage }: Props) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Pages of the list">
      <Button isDisabled={page === 1} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <span aria-current="page">{`Page ${page} of ${pages}`}</span>
      <Button isDisabled={page === pages} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </nav>
  );
}
