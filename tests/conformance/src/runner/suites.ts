import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runDidKey } from './did-key.js';
import type { TestResult } from './expected.js';
import { runJose } from './jose.js';
import * as config from './local-config.js';
import { mochaRun } from './run-mocha.js';
import type { ServedFace } from './serve-face.js';

/** A public test suite. */
export interface Suite {
  /** As in `--only` and `expected/`. */
  readonly name: string;
  /** Its folder in the folder of the suites: the name of its repository. */
  readonly folder: string;
  /** A file that is there once the suite can be run. */
  readonly needs: string;
  readonly run: (folder: string, face: ServedFace) => Promise<readonly TestResult[]>;
}

const MOCHA = 'node_modules/mocha/bin/mocha.js';

function mochaSuite(name: string, folder: string, configure: config.Configure): Suite {
  return { name, folder, needs: MOCHA, run: mochaRun(configure) };
}

export const SUITES: readonly Suite[] = [
  mochaSuite('vc-data-model-2.0', 'vc-data-model-2.0-test-suite', config.dataModel),
  mochaSuite('vc-di-eddsa', 'vc-di-eddsa-test-suite', config.eddsa),
  mochaSuite('vc-di-ecdsa', 'vc-di-ecdsa-test-suite', config.ecdsa),
  mochaSuite('vc-bitstring-status-list', 'vc-bitstring-status-list-test-suite', config.statusList),
  mochaSuite('vc-api-issuer', 'vc-api-issuer-test-suite', config.issuer),
  mochaSuite('vc-api-verifier', 'vc-api-verifier-test-suite', config.verifier),
  { name: 'vc-jose-cose', folder: 'vc-jose-cose-test-suite', needs: 'tests/test-mapping.js', run: runJose },
  { name: 'did-key', folder: 'did-method-key', needs: 'test-vectors/nist-curves.json', run: runDidKey },
];

/** The folder of an installed suite, or null. */
export function locate({ folder, needs }: Suite, root: string): string | null {
  return existsSync(join(root, folder, needs)) ? join(root, folder) : null;
}
