// Writes src/compiled/tables.ts from the pinned contexts. Run after `tsc -b packages/proofs` whenever a pinned context changes;
// a test fails while the file is not what this writes.
import { writeFileSync } from 'node:fs';
import { renderTables } from '../dist/compiled/render-tables.js';

writeFileSync(new URL('../src/compiled/tables.ts', import.meta.url), renderTables());
