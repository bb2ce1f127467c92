import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBase58, encodeBase58, type JsonObject } from '@proofmark/primitives';
import { type Algorithm, didKeyDocument, type KeyReading, readJwk, readMultikey, sameKey } from '@proofmark/proofs';
import type { TestResult } from './expected.js';

type Member = Readonly<Record<string, unknown>>;

interface Vector {
  readonly didDocument: { readonly verificationMethod: readonly Member[] };
}

/** The files with keys of the product: Ed25519, P-256 and P-384. Other keys there are no case of ours. */
const FILES = ['ed25519-x25519.json', 'nist-curves.json'];
const PREFIXES = /^did:key:(z6Mk|zDna|z82L)/;

/** did:key, test vectors: each DID has the key that the vector's document states, in whatever form it states it. */
export async function runDidKey(folder: string): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const file of FILES) {
    const vectors = JSON.parse(await readFile(join(folder, 'test-vectors', file), 'utf8')) as Readonly<Record<string, Vector>>;
    for (const [did, { didDocument }] of Object.entries(vectors).filter(([name]) => PREFIXES.test(name))) {
      const fault = faultOf(did, didDocument.verificationMethod);
      results.push(fault === null ? { name: did, state: 'passed' } : { name: did, state: 'failed', message: fault });
    }
  }
  return results;
}

function faultOf(did: string, [stated]: readonly Member[]): string | null {
  const resolved = didKeyDocument(did);
  if (!resolved.ok) return `not resolved: ${resolved.code}`;
  const [method] = resolved.document.methods;
  if (method === undefined || !method.key.ok) return 'resolved without a key';
  if (stated?.id !== method.id) return `the method is ${method.id}, and the vector states ${String(stated?.id)}`;
  const other = readStated(stated, method.key.key.algorithm);
  if (!other.ok) return `the key of the vector is not read: ${other.code}`;
  return sameKey(method.key.key, other.key) ? null : 'another key';
}

// The multicodec headers of public keys, which the older key types write without.
const HEADERS: Readonly<Partial<Record<Algorithm, readonly number[]>>> = {
  Ed25519: [0xed, 0x01],
  ES256: [0x80, 0x24],
  ES384: [0x81, 0x24],
};

function readStated({ publicKeyJwk, publicKeyBase58 }: Member, algorithm: Algorithm): KeyReading {
  if (publicKeyJwk !== undefined) return readJwk(publicKeyJwk as JsonObject);
  const bytes = typeof publicKeyBase58 === 'string' ? decodeBase58(publicKeyBase58) : null;
  return readMultikey(bytes === null ? '' : `z${encodeBase58(Uint8Array.from([...(HEADERS[algorithm] ?? []), ...bytes]))}`);
}
