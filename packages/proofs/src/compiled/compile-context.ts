import type { CompiledContext, CompiledTerm } from './compiled-context.js';

type Source = Readonly<Record<string, unknown>>;

const KEYWORDS_OF_A_TERM: ReadonlySet<string> = new Set(['@id', '@type', '@container', '@context']);
const COERCIONS: ReadonlySet<string> = new Set(['@id', '@vocab', '@json']);
const CONTAINERS: ReadonlySet<string> = new Set(['', '@set', '@list', '@graph']);
const GEN_DELIMITER = /[:/?#[\]@]$/;
const NAME = /^[^\s:/]+$/;
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * Compiles one pinned context (the value of its `@context`) into a table: every IRI written out, nothing else kept.
 * It knows only what the pinned contexts use, and throws on anything more, so that an update of a package cannot slip by.
 */
export function compileContext(source: Source): CompiledContext {
  const compiled: Record<string, CompiledTerm | true> = {};
  // Sorted, so that two definitions with the same content are the same text.
  for (const [term, definition] of Object.entries(source).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (term === '@protected' && definition === true) compiled[term] = true;
    else if (term === '@version' && definition === 1.1) continue;
    else if (!NAME.test(term) || term.startsWith('@')) throw new Error(`a pinned context uses ${term}, which is not compiled`);
    else compiled[term] = compileTerm(term, definition, source);
  }
  return compiled;
}

function compileTerm(term: string, definition: unknown, source: Source): CompiledTerm {
  if (typeof definition === 'string') {
    const iri = expand(definition, source);
    return GEN_DELIMITER.test(iri) ? [iri, '', 'prefix'] : iri;
  }
  const parts = definition as { readonly [key: string]: unknown } | null;
  if (typeof parts !== 'object' || parts === null) throw new Error(`the term ${term} is not compiled`);
  for (const key of Object.keys(parts))
    if (!KEYWORDS_OF_A_TERM.has(key)) throw new Error(`the term ${term} uses ${key}, which is not compiled`);
  const { '@id': id, '@type': type = '', '@container': container = '' } = parts;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof container !== 'string' || !CONTAINERS.has(container)) {
    throw new Error(`the term ${term} is not compiled`);
  }
  const iri = expand(id, source);
  const coercion = type === '' ? '' : compileType(type, source);
  if ('@context' in parts) return [iri, coercion, container, compileScope(term, parts['@context'])];
  if (container !== '') return [iri, coercion, container];
  return coercion === '' ? iri : [iri, coercion];
}

function compileType(type: string, source: Source): string {
  if (COERCIONS.has(type)) return type;
  const datatype = type.startsWith('@') ? type : expand(type, source);
  // Texts of these types would be written differently from others.
  if (datatype.startsWith('@') || datatype === `${XSD}double` || datatype === `${XSD}string`)
    throw new Error(`the type ${type} is not compiled`);
  return datatype;
}

function compileScope(term: string, scope: unknown): CompiledContext | null {
  if (scope === null) return null;
  // A property that defines itself anew in its own context would be read by the new definition.
  if (typeof scope !== 'object' || Array.isArray(scope) || Object.hasOwn(scope, term))
    throw new Error(`the context of ${term} is not compiled`);
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
