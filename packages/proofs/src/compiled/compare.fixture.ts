import { createHash } from 'node:crypto';
import type { JsonObject } from '@proofmark/primitives';
import jsonld from 'jsonld';
import { staticLoader } from '../contexts/loader.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { canonicaliseCompiled } from './canonicalise-compiled.js';

export const sha256: (text: string) => string = (text) => createHash('sha256').update(text).digest('hex');

/**
 * `same`: both answer, with the same bytes. `left`: ours leaves it to the full processor, which answers, or refuses for `code`.
 * `unasked`: the answer of ours is beyond the limits of the full processor and of the library, whose memory grows with each permutation.
 */
export type Comparison = 'same' | 'left' | 'unasked' | `left, refused: ${string}`;

/** Compares the compiled path with the full processor in safe mode. Throws when ours answers anything else. */
export async function compare(document: JsonObject): Promise<Comparison> {
  const ours = canonicaliseCompiled(document, sha256);
  const full = await canonicalise(document, 'SHA-256');
  if (ours === null) return full.ok ? 'left' : `left, refused: ${full.code}`;
  // Another limit of work is no other opinion: then the library has to agree with a wider one.
  const theirs = full.ok ? full.nquads : full.code === 'limit-exceeded' ? await byLibrary(document) : full.code;
  if (theirs === null) return 'unasked';
  if (ours !== theirs) throw new Error(`different: ${firstDifference(ours, theirs)}\n${JSON.stringify(document)}`);
  return 'same';
}

async function byLibrary(document: JsonObject): Promise<string | null> {
  const library = jsonld as unknown as { canonize(document: object, options: object): Promise<string> };
  const canonizeOptions = { maxDeepIterations: 2000 };
  try {
    return await library.canonize(document, { base: null, safe: true, documentLoader: staticLoader().load, canonizeOptions });
  } catch (error) {
    if (error instanceof Error && /Maximum (?:deep )?iterations/i.test(error.message)) return null;
    throw error;
  }
}

function firstDifference(a: string, b: string): string {
  const [ours, theirs] = [a.split('\n'), b.split('\n')];
  const at = ours.findIndex((line, i) => line !== theirs[i]);
  return `${ours[at]} instead of ${theirs[at]}`;
}
