import { CLIENTS } from './clients.mjs';
import { DOCUMENTS } from './documents.mjs';
import { KEYS } from './keys.mjs';
import { SERVICE } from './service.mjs';
import { TENANTS } from './tenants.mjs';
import { WORK } from './work.mjs';

/**
 * The defences that are removed in turn. `find` stands exactly once in `file`, and `replace` takes its place; one of `tests` has to fail
 * then. `short`: CI runs it.
 */
export const MUTANTS = [...CLIENTS, ...DOCUMENTS, ...KEYS, ...SERVICE, ...TENANTS, ...WORK];
