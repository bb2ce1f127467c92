import type { CompiledContext, CompiledTerm } from './compiled-context.js';
import { TABLES } from './tables.js';

export interface Term {
  readonly iri: string;
  readonly type: string;
  readonly container: string;
  readonly scope: CompiledContext | null | undefined;
  readonly guarded: boolean;
  readonly source: CompiledTerm;
}

/**
 * The terms that hold at one place of a document. Immutable; what follows from it is remembered, so that a document of a known form
 * costs no context processing at all. `previous` is what holds again in nested nodes, since type-scoped terms do not reach into them
 * (JSON-LD 1.1, 4.1.8).
 */
export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term>;
  readonly previous: ActiveContext | null;
  readonly next: Map<string, ActiveContext>;
}

/** Thrown inside the mapper when it cannot promise the same result as a full processor; it never leaves the package. */
export class NotCompiled extends Error {}

const MAX_REMEMBERED = 200;
const tables = new Map<string, CompiledContext>();
export const EMPTY: ActiveContext = { terms: new Map(), previous: null, next: new Map() };

/** The context that a document, or an embedded credential, declares: an array of compiled addresses. */
export function declared(active: ActiveContext, value: unknown): ActiveContext {
  const urls = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(urls) || urls.length === 0 || urls.length > 8) throw new NotCompiled();
  return remembered(active, `c ${urls.join(' ')}`, () =>
    urls.reduce<ActiveContext>((context, url) => ({ ...EMPTY, next: new Map(), terms: added(context, table(url), false), previous: context.previous }), active),
  );
}

/** The context after the types of a node: each type's own terms are added, in the order of the sorted types. */
export function typed(active: ActiveContext, types: readonly string[]): ActiveContext {
  const scoped = types.filter((type) => active.terms.get(type)?.scope !== undefined);
  if (scoped.length === 0) return active;
  if (scoped.length > 1) scoped.sort();
  return remembered(active, `t ${scoped.join(' ')}`, () =>
    scoped.reduce<ActiveContext>(
      (context, type) => ({
        // The scopes are looked up in the context before any type was applied.
        terms: added(context, active.terms.get(type)?.scope ?? null, false),
        previous: context.previous ?? active,
        next: new Map(),
      }),
      active,
    ),
  );
}

/** The context inside a property that brings its own; protected terms may be defined anew there (JSON-LD 1.1, 4.1.11). */
export function within(active: ActiveContext, property: string, term: Term): ActiveContext {
  const { scope } = term;
  if (scope === undefined) return active;
  return remembered(active, `p ${property}`, () => ({ terms: added(active, scope, true), previous: active.previous, next: new Map() }));
}

function remembered(active: ActiveContext, key: string, make: () => ActiveContext): ActiveContext {
  const known = active.next.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (active.next.size < MAX_REMEMBERED) active.next.set(key, made);
  return made;
}

function table(url: unknown): CompiledContext {
  if (typeof url !== 'string' || !Object.hasOwn(TABLES, url)) throw new NotCompiled();
  let found = tables.get(url);
  if (found === undefined) {
    found = JSON.parse(TABLES[url] as string) as CompiledContext;
    tables.set(url, found);
  }
  return found;
}

function added(active: ActiveContext, context: CompiledContext | null, mayOverride: boolean): ReadonlyMap<string, Term> {
  if (context === null) {
    // Only a property may empty a context that holds protected terms.
    if (!mayOverride) throw new NotCompiled();
    return EMPTY.terms;
  }
  const terms = new Map(active.terms);
  const guarded = context['@protected'] === true;
  for (const [name, source] of Object.entries(context)) {
    if (source === true) continue;
    const before = terms.get(name);
    const same = before !== undefined && JSON.stringify(before.source) === JSON.stringify(source);
    if (before?.guarded && !mayOverride && !same) throw new NotCompiled();
    const [iri, type = '', container = '', scope] = typeof source === 'string' ? [source] : source;
    terms.set(name, { iri, type, container, scope, guarded: guarded || (same && before.guarded), source });
  }
  return terms;
}
