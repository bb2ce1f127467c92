import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXAMPLE_CONTEXT } from '@proofmark/issuer/vc-api';
import { nodePorts } from '@proofmark/platform/node';
import { type DocumentSource, verifyCredential } from '@proofmark/verifying';
import type { TestResult } from './expected.js';

/** One entry of the suite's `tests/test-mapping.js`. */
interface Case {
  readonly input_file: string;
  readonly key_file: string;
  readonly fn: 'issue' | 'verify';
  readonly feature: string;
  readonly expected_result: 'success' | 'failure';
}

interface VerificationMethod {
  readonly controller: string;
  readonly type: string;
  readonly publicKeyJwk: Readonly<Record<string, string>>;
}

/**
 * The JWT verifying cases of the JOSE and COSE suite. The suite starts each implementation as a container; its cases are a table and files,
 * so they are read here and given to the product's verifier, with the case's key at the address of its controller.
 */
export async function runJose(folder: string): Promise<readonly TestResult[]> {
  const mapping = (await import(pathToFileURL(join(folder, 'tests/test-mapping.js')).href)) as {
    readonly JOSETestMapping: Readonly<Record<string, Case>>;
  };
  const cases = Object.entries(mapping.JOSETestMapping).filter(([, one]) => one.fn === 'verify' && one.feature === 'credential_jose');
  const results: TestResult[] = [];
  for (const [name, one] of cases) {
    const because = await whyRefused(join(folder, 'tests/input'), one);
    const passed = (because === null) === (one.expected_result === 'success');
    results.push(passed ? { name, state: 'passed' } : { name, state: 'failed', message: because ?? 'it was accepted' });
  }
  return results;
}

/** Null when the credential verifies; else the verdict and its causes. */
async function whyRefused(inputs: string, { input_file, key_file }: Case): Promise<string | null> {
  const token = (await readFile(join(inputs, input_file), 'utf8')).trim();
  const { controller, type, publicKeyJwk } = JSON.parse(await readFile(join(inputs, key_file), 'utf8')) as VerificationMethod;
  // The tokens name the key by its `kid`; Controlled Identifiers 1.0, 2.2.3 recommends that as the fragment of the method's id.
  const id = `${controller}#${publicKeyJwk.kid}`;
  const document = { id: controller, verificationMethod: [{ id, controller, type, publicKeyJwk }], assertionMethod: [id] };
  const ports = nodePorts({ documents: only(controller, document) });
  const { verdict, because, checks } = await verifyCredential(token, ports, { at: Date.now(), contexts: EXAMPLE_CONTEXT });
  await ports.close();
  const causes = because.map((check) => `${check}: ${JSON.stringify(checks[check])}`);
  return verdict.startsWith('genuine') ? null : `${verdict}; ${causes.join('; ')}`;
}

function only(address: string, document: object): DocumentSource {
  return {
    async fetch({ url }) {
      if (url !== address) return { ok: false, url, code: 'unreachable' };
      const body = new TextEncoder().encode(JSON.stringify(document));
      return { ok: true, url, status: 200, mediaType: 'application/json', etag: null, body };
    },
  };
}
