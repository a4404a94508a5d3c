/** A law that refuses certain ways of saying something, by ESLint selectors. */
const refuse = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [], messages: { refused: message } },
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, messageId: 'refused' })]),
    ),
});

const property = (name) => `MemberExpression[property.name=${name}]`;
const call = (object, name) => `CallExpression[callee.object.name=${object}][callee.property.name=${name}]`;

exports.time = refuse(
  'Time and chance come in from outside: through the clock, or as a value.',
  call('"Date"', '"now"'),
  call('"performance"', '"now"'),
  call('"Math"', '"random"'),
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
);

exports.routes = refuse(
  'route`…` keeps a path straight; nothing else builds one.',
  'ImportSpecifier[imported.name=/^(assumeTrustedRoute|routeFromAbsolute)$/]',
  property('/^(assumeTrustedRoute|routeFromAbsolute)$/'),
);

const bridge = 'ImportDeclaration[source.value="@forge/bridge"]';
const calls =
  '/^(invoke|makeInvoke|invokeRemote|invokeService|requestJira|requestConfluence|requestBitbucket)$/';
exports.bridge = refuse(
  'Only static/admin/src/api.ts speaks to the server.',
  `${bridge} ImportSpecifier[imported.name=${calls}]`,
  `${bridge} ImportNamespaceSpecifier`,
);

exports.secrets = refuse(
  'Only src/forge/store/credentials.ts reads and writes secrets.',
  property('/^(getSecret|setSecret|deleteSecret)$/'),
  'Property[parent.type="ObjectPattern"][key.name=/^(getSecret|setSecret|deleteSecret)$/]',
);

exports.casts = refuse(
  'A cast proves nothing: let zod read what comes in.',
  'TSAsExpression > TSAnyKeyword',
  'TSAsExpression[expression.type="TSAsExpression"][expression.typeAnnotation.type="TSUnknownKeyword"]',
);

exports.html = refuse(
  'Text is shown as text.',
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'Property[key.name="dangerouslySetInnerHTML"]',
  'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
  `CallExpression > ${property('/^(insertAdjacentHTML|write|writeln)$/')}.callee[object.name=/^(document|element)$/]`,
);

exports.names = refuse(
  'Exports have names, and kinds are string unions.',
  'ExportDefaultDeclaration',
  'TSEnumDeclaration',
);

const focus = '/^(only|skip|todo|failing)$/';
exports.honesty = refuse(
  'A test runs always, says what it expects, and uses the simulator.',
  call('"jest"', '/^(mock|doMock|setMock|unstable_mockModule)$/'),
  `CallExpression > ${property('/Snapshot$/')}.callee`,
  `${property(focus)}[object.name=/^(it|test|describe)$/]`,
  `${property(focus)}[object.property.name=/^(each|concurrent)$/]`,
  'CallExpression[callee.name=/^(fit|fdescribe|ftest|xit|xtest|xdescribe)$/]',
);

exports.sleep = refuse(
  'Wait for the thing itself, or move the clock; never for time to pass.',
  'NewExpression[callee.name="Promise"] CallExpression[callee.name=/^(setTimeout|setInterval)$/]',
  'ImportDeclaration[source.value=/^(node:)?timers\\u002Fpromises$/]',
);

/** A component with more state than this is more than one component. */
const MOST_STATES = 3;
exports.states = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { refused: `At most ${MOST_STATES} useState in one component.` },
  },
  create(context) {
    const counts = new Map();
    return {
      'CallExpression[callee.name="useState"]'(node) {
        const scope = context.sourceCode.getScope(node).variableScope.block;
        const count = (counts.get(scope) ?? 0) + 1;
        counts.set(scope, count);
        if (count > MOST_STATES) context.report({ node, messageId: 'refused' });
      },
    };
  },
};
