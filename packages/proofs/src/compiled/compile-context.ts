import type { CompiledContext, CompiledTerm } from './compiled-context.js';

type Source = Readonly<Record<string, unknown>>;

const KEYWORDS_OF_A_TERM: ReadonlySet<string> = new Set(['@id', '@type', '@container', '@context', '@protected']);
const GEN_DELIMITER = /[:/?#[\]@]$/;

/**
 * Compiles one pinned context (the value of its `@context`) into a table: every IRI written out, nothing else kept.
 * It knows only what the pinned contexts use, and throws on anything more, so that an update of a package cannot slip by.
 */
export function compileContext(source: Source): CompiledContext {
  const compiled: Record<string, CompiledTerm | true> = {};
  for (const [term, definition] of Object.entries(source)) {
    if (term === '@protected') compiled[term] = true;
    else if (term === '@version') continue;
    else if (term.startsWith('@')) throw new Error(`a pinned context uses ${term}, which is not compiled`);
    else compiled[term] = compileTerm(term, definition, source);
  }
  return compiled;
}

function compileTerm(term: string, definition: unknown, source: Source): CompiledTerm {
  if (typeof definition === 'string') {
    const iri = expand(definition, source);
    return GEN_DELIMITER.test(iri) ? [iri, '', 'prefix'] : iri;
  }
  if (typeof definition !== 'object' || definition === null) throw new Error(`the term ${term} is not compiled`);
  const parts = definition as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(parts)) if (!KEYWORDS_OF_A_TERM.has(key)) throw new Error(`the term ${term} uses ${key}, which is not compiled`);
  const id = parts['@id'];
  const type = parts['@type'] ?? '';
  const container = parts['@container'] ?? '';
  if (typeof id !== 'string' || typeof type !== 'string' || typeof container !== 'string') throw new Error(`the term ${term} is not compiled`);
  const iri = expand(id, source);
  const expandedType = type === '' || type.startsWith('@') ? type : expand(type, source);
  // A set is how every value is read anyway.
  const kept = container === '@set' ? '' : container;
  const scope = '@context' in parts ? compileScope(parts['@context']) : undefined;
  if (scope !== undefined) return [iri, expandedType, kept, scope];
  if (kept !== '') return [iri, expandedType, kept];
  return expandedType === '' ? iri : [iri, expandedType];
}

function compileScope(scope: unknown): CompiledContext | null {
  if (scope === null) return null;
  if (typeof scope !== 'object' || Array.isArray(scope)) throw new Error('a scoped context that is no object is not compiled');
  return compileContext(scope as Source);
}

/** Writes a value out by the terms and prefixes of the same context; an unknown prefix leaves it as it stands, as JSON-LD does. */
function expand(value: string, source: Source): string {
  if (value.startsWith('@')) return value;
  const own = iriOf(source[value]);
  if (own !== null) return own === value ? value : expand(own, source);
  const colon = value.indexOf(':');
  if (colon <= 0) throw new Error(`${value} names nothing in its context`);
  const suffix = value.slice(colon + 1);
  if (suffix.startsWith('//')) return value;
  const prefix = iriOf(source[value.slice(0, colon)]);
  return prefix === null ? value : expand(prefix, source) + suffix;
}

function iriOf(definition: unknown): string | null {
  if (typeof definition === 'string') return definition;
  const id = (definition as { readonly '@id'?: unknown } | undefined)?.['@id'];
  return typeof id === 'string' ? id : null;
}
