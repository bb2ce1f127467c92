import type { JsonObject } from '@proofmark/primitives';
import jsonld, { type EventHandler, type JsonLdEvent, type Quad } from 'jsonld';
import { staticLoader } from '../contexts/loader.js';
import type { Canonicalisation } from '../data-integrity/canonicalise.js';
import { admit, hasNativeName } from './limits.js';

export type Quads = { readonly ok: true; readonly quads: readonly Quad[] } | Extract<Canonicalisation, { readonly ok: false }>;

/**
 * JSON-LD to RDF in safe mode: content that would be dropped is an outcome, since it would not be signed (Data Integrity 1.0 section 4.2).
 * No base address; pinned contexts, and `contexts` if the caller has more. `watch` hears of every loss instead, and then nothing is refused for it.
 */
export async function toQuads(
  document: JsonObject,
  watch?: (event: JsonLdEvent) => void,
  contexts?: ReadonlyMap<string, object>,
): Promise<Quads> {
  const { code } = admit(document);
  if (code !== 'ok') return { ok: false, code };
  const loader = staticLoader(contexts);
  try {
    const options = {
      base: null,
      safe: watch === undefined,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
      documentLoader: loader.load,
      ...(watch === undefined ? {} : { eventHandler: heardBy(watch) }),
    } as const;
    const expanded = await jsonld.expand(document, options);
    if (hasNativeName(expanded)) return { ok: false, code: 'malformed-document' };
    return { ok: true, quads: await jsonld.toRDF(expanded, { ...options, skipExpansion: true }) };
  } catch (error) {
    const refused = loader.refused();
    if (refused !== null) return { ok: false, code: 'unsupported-vocabulary', url: refused };
    const event = lossOf(error);
    if (event !== null) return { ok: false, code: 'data-loss', term: termOf(event) };
    // Every other error of the processor is about the document: it has no state and no input but this.
    return { ok: false, code: 'malformed-document' };
  }
}

function heardBy(watch: (event: JsonLdEvent) => void): EventHandler {
  return ({ event, next }) => {
    watch(event);
    next();
  };
}

/** The word that would be lost, as far as the processor says. */
export function termOf({ details }: JsonLdEvent): string | null {
  const term = details.property ?? details.type ?? details.id ?? details.predicate;
  return typeof term === 'string' ? term : null;
}

function lossOf(error: unknown): JsonLdEvent | null {
  const { details } = error as { readonly details?: { readonly event?: JsonLdEvent } };
  return details?.event ?? null;
}
