// The directions of the house. Each package names what it may import of ours; anything else fails CI.
const allowed = {
  'packages/schemas': [],
  'packages/messages': ['packages/schemas'],
  'packages/credentials': ['packages/schemas'],
  'packages/proofs': ['packages/schemas'],
  'packages/git-reader': ['packages/schemas'],
  'packages/local-postgres': [],
  'packages/evidence': ['packages/schemas', 'packages/git-reader'],
  'packages/verifying': ['packages/schemas', 'packages/credentials', 'packages/proofs', 'packages/git-reader', 'packages/evidence'],
  'packages/platform': ['packages/schemas', 'packages/proofs', 'packages/git-reader', 'packages/evidence', 'packages/verifying'],
  'packages/badge-element': ['packages/schemas', 'packages/messages', 'packages/verifying', 'packages/platform/src/web'],
  'packages/client': ['packages/schemas'],
  'packages/cli': [
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
    'apps/verify',
  ],
  'apps/verify': [
    'packages/schemas',
    'packages/messages',
    'packages/proofs',
    'packages/verifying',
    'packages/badge-element',
    'packages/platform',
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

module.exports = {
  forbidden: [
    ...directions,
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
      comment:
        'proofs is the only importer of @digitalbazaar/*, @digitalcredentials/*, jsonld, rdf-canonize and jose; tests use them as judges.',
      severity: 'error',
      from: { pathNot: ['^packages/proofs/', tests, '^tests/'] },
      to: { path: 'node_modules/(@digitalbazaar|@digitalcredentials|jsonld|rdf-canonize|jose)/' },
    },
    {
      name: 'core-does-no-io',
      comment: 'schemas, messages, credentials, proofs, git-reader, evidence and verifying take ports instead of node: modules.',
      severity: 'error',
      from: { path: '^packages/(schemas|messages|credentials|proofs|git-reader|evidence|verifying)/src', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'browser-code-has-no-node',
      comment: 'platform/web and the element run in a browser.',
      severity: 'error',
      from: { path: '^packages/(platform/src/(web|shared)|badge-element/src)', pathNot: tests },
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
      name: 'use-cases-know-no-adapter',
      severity: 'error',
      from: { path: '^apps/issuer/src/issuing', pathNot: tests },
      to: { path: '^apps/issuer/src/(store|keys|routes|public|server)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
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
