import type { JsonObject } from '@proofmark/schemas';
import { canonicaliseQuads } from '../rdf/canonicalise.js';
import { toQuads } from '../rdf/to-quads.js';
import { freshPrefix, mark, unnamedObjects } from './marking.js';
import { blankMarks } from './naming.js';

export interface MarkedDocument {
  readonly document: JsonObject;
  /** What all marks begin with. */
  readonly prefix: string;
}

/** How often a document is tried with fewer marks, before it is given up. */
const MAX_TRIES = 64;

/**
 * A document whose nodes without an id bear a mark, so that they can be told in any part of it. Which objects are nodes is for the
 * contexts to say: marks are right when the document still says the same, and are taken off where it does not (a JSON literal).
 * Null when that was not found out in a fair number of tries.
 */
export async function markedDocument(
  document: JsonObject,
  nquads: string,
  contexts: ReadonlyMap<string, object> | undefined,
): Promise<MarkedDocument | null> {
  const prefix = freshPrefix(document);
  // A caller may have put one object in two places; here each place is an object of its own.
  const unshared = JSON.parse(JSON.stringify(document)) as JsonObject;
  let tries = 0;
  const saysTheSame = async (objects: readonly object[]) => {
    const quads = await toQuads(mark(unshared, objects, prefix), undefined, contexts);
    const answer = quads.ok ? await canonicaliseQuads(blankMarks(quads.quads, prefix), 'SHA-256') : null;
    return answer?.ok === true && answer.nquads === nquads;
  };
  const nodesAmong = async (objects: readonly object[]): Promise<readonly object[]> => {
    if (objects.length === 0 || tries++ >= MAX_TRIES) return [];
    if (await saysTheSame(objects)) return objects;
    const half = objects.length >> 1;
    return half === 0 ? [] : [...(await nodesAmong(objects.slice(0, half))), ...(await nodesAmong(objects.slice(half)))];
  };
  const nodes = await nodesAmong(unnamedObjects(unshared));
  return tries > MAX_TRIES ? null : { document: mark(unshared, nodes, prefix), prefix };
}
