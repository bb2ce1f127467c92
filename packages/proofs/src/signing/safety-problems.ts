import type { Json, JsonObject } from '@proofmark/primitives';
import type { JsonLdEvent } from 'jsonld';
import type { Canonicalisation } from '../data-integrity/canonicalise.js';

/** Something of a document that a signature would not cover. */
export interface SafetyProblem {
  readonly code: 'data-loss' | 'unsupported-vocabulary' | 'limit-exceeded' | 'malformed-document' | 'unsupported-by-host';
  /** The word or address that is not defined, or null. */
  readonly term: string | null;
  /** JSON pointer to the word; null when it stands in several places or cannot be found. */
  readonly pointer: string | null;
}

/** All problems of a document that could not be canonicalised; at least one. The full processor is loaded to find lost terms. */
export async function safetyProblems(
  document: JsonObject,
  failure: Extract<Canonicalisation, { readonly ok: false }>,
): Promise<readonly SafetyProblem[]> {
  if (failure.code === 'unsupported-vocabulary') return [problem(document, 'unsupported-vocabulary', failure.url)];
  if (failure.code !== 'data-loss') return [{ code: failure.code, term: null, pointer: null }];
  const { termOf, toQuads } = await import('../rdf/to-quads.js');
  const events: JsonLdEvent[] = [];
  await toQuads(document, (event) => events.push(event));
  const terms = new Set([failure.term, ...events.filter((event) => event.level === 'warning').map(termOf)]);
  return [...terms].filter((term) => term !== null || terms.size === 1).map((term) => problem(document, 'data-loss', term));
}

function problem(document: JsonObject, code: SafetyProblem['code'], term: string | null): SafetyProblem {
  const places = term === null ? [] : find(document, term, '');
  return { code, term, pointer: places.length === 1 ? (places[0] ?? null) : null };
}

/** Where a word stands, as a member's name or as a value. */
function find(value: Json | undefined, term: string, pointer: string): readonly string[] {
  if (value === term) return [pointer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [...(key === term && !Array.isArray(value) ? [at] : []), ...find(member, term, at)];
  });
}
