const path = require('node:path');

/** `src/app/connect.ts` → `src/app/connect`, whatever way round the folders the import takes. */
function placeOf(specifier, { filename, cwd }) {
  const local = specifier.startsWith('@contract/')
    ? specifier.replace('@contract', 'src/contract')
    : undefined;
  if (local) return path.posix.normalize(local);
  if (!specifier.startsWith('.')) return specifier;
  const absolute = path.resolve(path.dirname(filename), specifier);
  return path.relative(cwd, absolute).split(path.sep).join('/');
}

/** `src/domain/` names a folder, `zod` a package with what is below it, `src/connectors/pages` one file. */
const covers = (allowed, place) =>
  allowed.endsWith('/') || allowed.endsWith(':')
    ? place.startsWith(allowed)
    : place === allowed || (!allowed.startsWith('src/') && place.startsWith(`${allowed}/`));

const isTypeOnly = (node) =>
  node.type === 'TSImportType' ||
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));

/** The specifier of everything that imports; undefined for an import whose target is computed. */
const literal = (node) => (node?.type === 'TSLiteralType' ? node.literal : node)?.value;

/**
 * The direction of imports. A folder may import what its line names and nothing else. Paths are resolved first, so
 * no detour (`../domain/../forge/http`) gets round it, and neither does `import()`, `require` or `export … from`.
 */
module.exports = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          may: { type: 'array', items: { type: 'string' } },
          types: { type: 'array', items: { type: 'string' } },
          because: { type: 'string' },
        },
        required: ['may', 'because'],
        additionalProperties: false,
      },
    ],
    messages: {
      refused: "'{{specifier}}' may not be imported here: {{because}}",
      computed: 'An import names its target, so that it can be judged.',
      typesOnly: "Only types may be imported from '{{specifier}}' here: {{because}}",
    },
  },
  create(context) {
    const { may, types = [], because } = context.options[0];
    const own = path.relative(context.cwd, context.filename).split(path.sep).slice(0, 3).join('/');
    const judge = (node, target) => {
      if (!target) return;
      const specifier = literal(target);
      if (typeof specifier !== 'string') return context.report({ node, messageId: 'computed' });
      const place = placeOf(specifier, context);
      if (may.some((allowed) => covers(allowed.replace('<own>', own), place))) return;
      const known = types.some((allowed) => covers(allowed, place));
      if (known && isTypeOnly(node)) return;
      context.report({ node, messageId: known ? 'typesOnly' : 'refused', data: { specifier, because } });
    };
    return {
      ImportDeclaration: (node) => judge(node, node.source),
      ExportNamedDeclaration: (node) => judge(node, node.source),
      ExportAllDeclaration: (node) => judge(node, node.source),
      ImportExpression: (node) => judge(node, node.source),
      TSImportType: (node) => judge(node, node.source ?? node.argument),
      TSExternalModuleReference: (node) => judge(node, node.expression),
      'CallExpression[callee.name="require"]': (node) => judge(node, node.arguments[0]),
    };
  },
};
