import { type Document, isCollection, isPair, isScalar, type Node, visit } from 'yaml';

/** Lists whose every line must say in a comment what it is for: whoever installs the app is asked to agree to them. */
const EXPLAINED = [
  ['permissions', 'scopes'],
  ['permissions', 'content'],
  ['permissions', 'external'],
];

/** The scopes, egress lines and page permissions that do not say what they are for. */
export const uncommented = (document: Document): readonly string[] =>
  EXPLAINED.flatMap((path) => {
    const list = document.getIn(path, true);
    return isCollection(list)
      ? bare(list).map((line) => `${path.join('.')}: ${line} does not say what it is for.`)
      : [];
  });

function bare(list: Node): readonly string[] {
  const found: string[] = [];
  visit(list, {
    Scalar(key, node) {
      const isLeaf = key !== 'key';
      if (isLeaf && !node.comment?.trim() && !node.commentBefore?.trim()) found.push(String(node.value));
    },
    Pair(_, pair) {
      // `scope: {}`, the long form: the comment hangs on the braces or on the key.
      if (!isPair(pair) || !isCollection(pair.value) || pair.value.items.length > 0) return;
      const said = pair.value.comment ?? (isScalar(pair.key) ? pair.key.commentBefore : undefined);
      if (!said?.trim() && isScalar(pair.key)) found.push(String(pair.key.value));
    },
  });
  return found;
}
