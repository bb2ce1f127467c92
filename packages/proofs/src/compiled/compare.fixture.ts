import { createHash } from 'node:crypto';
import type { JsonObject } from '@proofmark/primitives';
import jsonld from 'jsonld';
import { staticLoader } from '../contexts/loader.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { canonicaliseCompiled } from './canonicalise-compiled.js';

export const sha256: (text: string) => string = (text) => createHash('sha256').update(text).digest('hex');

/** `same`: both answer, with the same bytes. `left`: ours leaves it to the full processor, which answers, or refuses for `code`. */
export type Comparison = 'same' | 'left' | `left, refused: ${string}`;

/** Compares the compiled path with the full processor in safe mode. Throws when ours answers anything else. */
export async function compare(document: JsonObject): Promise<Comparison> {
  const ours = canonicaliseCompiled(document, sha256);
  const full = await canonicalise(document, 'SHA-256');
  if (ours === null) return full.ok ? 'left' : `left, refused: ${full.code}`;
  // Another limit of work is no other opinion: then the library has to agree without a limit.
  const theirs = full.ok ? full.nquads : full.code === 'limit-exceeded' ? await byLibrary(document) : full.code;
  if (ours !== theirs) throw new Error(`different: ${firstDifference(ours, theirs)}\n${JSON.stringify(document)}`);
  return 'same';
}

async function byLibrary(document: JsonObject): Promise<string> {
  const library = jsonld as unknown as { canonize(document: object, options: object): Promise<string> };
  const canonizeOptions = { maxDeepIterations: 100_000 };
  return library.canonize(document, { base: null, safe: true, documentLoader: staticLoader().load, canonizeOptions });
}

function firstDifference(a: string, b: string): string {
  const [ours, theirs] = [a.split('\n'), b.split('\n')];
  const at = ours.findIndex((line, i) => line !== theirs[i]);
  return `${ours[at]} instead of ${theirs[at]}`;
}
