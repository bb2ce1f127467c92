// The directions of the house. Each package names what it may import of ours; anything else fails CI.
const allowed = {
  'packages/primitives': [],
  'packages/schemas': ['packages/primitives'],
  'packages/messages': ['packages/schemas'],
  'packages/credentials': ['packages/primitives', 'packages/schemas'],
  'packages/proofs': ['packages/primitives', 'packages/schemas'],
  'packages/git-reader': ['packages/primitives', 'packages/schemas'],
  'packages/local-postgres': [],
  'packages/evidence': ['packages/primitives', 'packages/schemas', 'packages/git-reader'],
  'packages/verifying': [
    'packages/primitives',
    'packages/schemas',
    'packages/credentials',
    'packages/proofs',
    'packages/git-reader',
    'packages/evidence',
  ],
  'packages/platform': [
    'packages/primitives',
    'packages/schemas',
    'packages/proofs',
    'packages/git-reader',
    'packages/evidence',
    'packages/verifying',
  ],
  'packages/ui': ['packages/messages'],
  'packages/badge-element': [
    'packages/primitives',
    'packages/schemas',
    'packages/messages',
    'packages/verifying',
    'packages/platform/src/web',
    'packages/ui',
  ],
  'packages/client': ['packages/schemas'],
  'packages/cli': [
    'packages/primitives',
    'packages/schemas',
    'packages/messages',
    'packages/client',
    'packages/credentials',
    'packages/proofs',
    'packages/git-reader',
    'packages/evidence',
    'packages/verifying',
    'packages/platform/src/node',
  ],
  'packages/testkit': [
    'packages/primitives',
    'packages/schemas',
    'packages/messages',
    'packages/credentials',
    'packages/proofs',
    'packages/git-reader',
    'packages/evidence',
    'packages/verifying',
    'packages/platform',
  ],
  'apps/issuer': [
    'packages/primitives',
    'packages/schemas',
    'packages/messages',
    'packages/credentials',
    'packages/proofs',
    'packages/git-reader',
    'packages/evidence',
    'packages/verifying',
    'packages/platform',
    'packages/client',
    'packages/local-postgres',
    'packages/ui/src/(?:sheets|tokens)',
    'apps/verify',
    'apps/console',
  ],
  'apps/console': [
    'packages/schemas',
    'packages/messages',
    'packages/client',
    'packages/platform',
    'packages/ui',
    'packages/badge-element',
  ],
  'apps/verify': [
    'packages/primitives',
    'packages/schemas',
    'packages/messages',
    'packages/proofs',
    'packages/git-reader',
    'packages/verifying',
    'packages/badge-element',
    'packages/platform',
    'packages/ui',
  ],
};

const tests = '\\.(test|fixture|security\\.test|browser\\.test)\\.ts$';
const ours = '^(packages|apps|tests)/';

const directions = Object.entries(allowed).map(([folder, targets]) => ({
  name: `direction-${folder.replace('/', '-')}`,
  comment: `${folder} may import of ours only: ${targets.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^${folder}/src`, pathNot: tests },
  to: { path: ours, pathNot: [`^${folder}/`, ...targets.map((target) => `^${target}/`)] },
}));

// The rooms of apps/issuer/src/issuing, lowest first. A room imports only from lower ones; the files beside the rooms import from none.
const issuingOrder = [
  ['access'],
  ['achievements', 'events', 'issuers', 'people', 'recipients'],
  ['evidence', 'issuance-record', 'status-lists'],
  ['monitoring'],
  ['credentials'],
  ['endorsements', 'claims', 'issuance-jobs', 'recipient-records', 'signing-keys', 'viewing-links'],
  ['bulk-acts', 'operator', 'retention', 'skills', 'badge-mails'],
];
const issuing = '^apps/issuer/src/issuing';
const rooms = issuingOrder.flatMap((level, at) =>
  level.map((room) => {
    const lower = issuingOrder.slice(0, at).flat();
    return {
      name: `issuing-order-${room}`,
      comment: `issuing/${room} may import of the other rooms only: ${lower.join(', ') || 'none'}.`,
      severity: 'error',
      from: { path: `${issuing}/${room}/`, pathNot: tests },
      to: { path: [`${issuing}/[^/]+/`, `${issuing}/use-cases`], pathNot: [room, ...lower].map((one) => `${issuing}/${one}/`) },
    };
  }),
);

module.exports = {
  forbidden: [
    ...directions,
    ...rooms,
    {
      name: 'platform-sees-only-port-types',
      comment: 'platform implements ports: of proofs, git-reader, evidence and verifying it imports types alone.',
      severity: 'error',
      from: { path: '^packages/platform/src', pathNot: tests },
      to: { path: '^packages/(proofs|git-reader|evidence|verifying)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'git-reader-is-seen-through-its-port',
      comment: 'evidence and verifying take a GitSource: of git-reader they import types alone.',
      severity: 'error',
      from: { path: '^packages/(evidence|verifying)/src', pathNot: tests },
      to: { path: '^packages/git-reader/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'crypto-libraries-live-in-proofs',
      comment: 'proofs is the only importer of @digitalbazaar/*, @digitalcredentials/*, jsonld and rdf-canonize; tests use them as judges.',
      severity: 'error',
      from: { pathNot: ['^packages/proofs/', tests, '^tests/'] },
      to: { path: 'node_modules/(@digitalbazaar|@digitalcredentials|jsonld|rdf-canonize)/' },
    },
    {
      name: 'jose-stands-behind-the-token-port',
      comment:
        'platform implements the token port of proofs with jose. Others take the port; tests and the second opinion use the library.',
      severity: 'error',
      from: { pathNot: ['^packages/platform/src/shared/jose-tokens', '^packages/proofs/src/second-opinion/', tests, '^tests/'] },
      to: { path: 'node_modules/jose/' },
    },
    {
      name: 'core-does-no-io',
      comment:
        'primitives, schemas, messages, credentials, proofs, git-reader, evidence and verifying take ports instead of node: modules.',
      severity: 'error',
      from: { path: '^packages/(primitives|schemas|messages|credentials|proofs|git-reader|evidence|verifying)/src', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-code-has-no-node',
      comment: 'platform/web, the element and ui run in a browser.',
      severity: 'error',
      from: { path: '^packages/(platform/src/(web|shared)|badge-element/src|ui/src)', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: ['^packages/testkit/', tests] },
      to: { path: `^tests/|^packages/testkit/|${tests}` },
    },
    {
      name: 'nothing-imports-conformance',
      comment: 'tests/conformance may use everything; it is never shipped, and nothing imports it.',
      severity: 'error',
      from: { pathNot: '^tests/conformance/' },
      to: { path: '^tests/conformance/' },
    },
    {
      name: 'routes-translate',
      comment: 'adapters meet use cases only in compose.ts: a route never reaches the store.',
      severity: 'error',
      from: { path: '^apps/issuer/src/(routes|public)', pathNot: tests },
      to: { path: '^apps/issuer/src/(store|keys)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'issuing-ground-knows-no-room',
      comment: 'what all rooms of issuing share stands below them; use-cases.ts, which binds them, above.',
      severity: 'error',
      from: { path: `${issuing}/[^/]+\\.ts$`, pathNot: [tests, `${issuing}/use-cases`] },
      to: { path: `${issuing}/[^/]+/` },
    },
    {
      name: 'use-cases-know-no-adapter',
      comment: 'of the rest of the service, use cases see the types of the store and the order of asking hosts.',
      severity: 'error',
      from: { path: issuing, pathNot: tests },
      to: { path: '^apps/issuer/src/', pathNot: '^apps/issuer/src/(issuing|store|limits)/' },
    },
    {
      name: 'use-cases-know-the-store-by-type',
      comment: 'the database has one implementation: use cases import its types, and take the store as a value.',
      severity: 'error',
      from: { path: '^apps/issuer/src/issuing', pathNot: tests },
      to: { path: '^apps/issuer/src/(store|queue)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-store-knows-no-use-case',
      comment:
        'repositories import nothing of the use cases but the names of the jobs; work-history.ts puts a history together for the public reads.',
      severity: 'error',
      from: { path: '^apps/issuer/src/store', pathNot: [tests, '/work-history\\.ts$'] },
      to: { path: '^apps/issuer/src/(issuing|routes|keys|server)/' },
    },
    { name: 'no-cycles', comment: 'A circle of type imports counts too.', severity: 'error', from: {}, to: { circular: true } },
    // What a build makes out of nothing has no file.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Examples are written for projects that have a framework; ours has none.
    exclude: { path: '/dist/|^packages/badge-element/examples/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    moduleSystems: ['es6'],
  },
};
