import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

const tests = (path: string): string => `apps/issuer/src/${path}.test.ts`;

// The tests of the store and of what stands on it, on tables that are partitioned by issuer_id: what a distributed database would do with them,
// as far as PostgreSQL itself can show it. docs/decisions/distributed.md says what it cannot.
const config = mergeConfig(base, defineConfig({ test: { env: { TEST_DATABASE_LAYOUT: 'partitions' } } }));
config.test.include = [
  tests('issuing/{access,credentials,endorsements,monitoring,status-lists}/**/*'),
  tests('store/{distributed,issued,status,record}/**/*'),
  tests('store/transaction'),
  tests('routes/v1/{resources,events}'),
  tests('queue/workers'),
];
// They look at the schema as the migrations make it.
config.test.exclude = [...config.test.exclude, '**/issuer-leads*.test.ts'];

export default config;
