import type { CompiledContext, CompiledTerm } from './compiled-context.js';
import { NotCompiled } from './not-compiled.js';
import { type Predicate, predicate } from './predicates.js';
import { TABLES } from './tables.js';

export interface Term extends Predicate {
  readonly iri: string;
  readonly type: string;
  /** What follows a text with this type in N-Quads. */
  readonly suffix: string;
  /** Whether a text under it is simply a literal, as it is for most. */
  readonly plain: boolean;
  /** A set is how every value is read anyway, and counts as none. */
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
  readonly declared: Map<string, ActiveContext>;
  readonly typed: Map<string, ActiveContext>;
  readonly within: Map<CompiledContext | null, ActiveContext>;
}

/** What JSON-LD takes for an absolute IRI. */
export const ABSOLUTE: RegExp = /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/;

const MAX_DECLARED = 8;
/** New contexts that one document may cause; a large transcript needs some sixty, and only the first time. */
const MAX_MADE = 200;
const MAX_REMEMBERED = 1000;
const tables = new Map<string, CompiledContext>();
let remembered = 0;

/** Where a document begins. */
export const EMPTY: ActiveContext = context(new Map(), null);

/** The contexts of one document. */
export class Contexts {
  #left = MAX_MADE;

  /** What a document, or an embedded credential, declares: one compiled address or an array of them. */
  declared(active: ActiveContext, value: unknown): ActiveContext {
    const urls = typeof value === 'string' ? [value] : value;
    if (!Array.isArray(urls) || urls.length === 0 || urls.length > MAX_DECLARED) throw new NotCompiled();
    // Each is looked at before they are put together: the key must not read like that of other contexts.
    for (const url of urls) if (typeof url !== 'string' || !Object.hasOwn(TABLES, url)) throw new NotCompiled();
    return this.#recall(active.declared, urls.join(' '), () =>
      urls.reduce((before: ActiveContext, url: string) => this.#extended(before, table(url), false, active.previous), active),
    );
  }

  /** After the types of a node: each type's own terms are added, in the order of the sorted types. */
  typed(active: ActiveContext, types: readonly string[]): ActiveContext {
    const known = types.length === 1 ? active.typed.get(types[0] as string) : undefined;
    if (known !== undefined) return known;
    const scoped: string[] = [];
    for (const type of types) if (active.terms.get(type)?.scope !== undefined && !scoped.includes(type)) scoped.push(type);
    if (scoped.length === 0) return active;
    if (scoped.length > 1) scoped.sort();
    return this.#recall(active.typed, scoped.join(' '), () =>
      scoped.reduce(
        // The scopes are looked up in the context before any type was applied.
        (before, type) => this.#extended(before, active.terms.get(type)?.scope ?? null, false, active.previous ?? active),
        active,
      ),
    );
  }

  /** Inside a property that brings its own context; protected terms may be defined anew there (JSON-LD 1.1, 4.1.11). */
  within(active: ActiveContext, scope: CompiledContext | null): ActiveContext {
    return this.#recall(active.within, scope, () => this.#extended(active, scope, true, active.previous));
  }

  #recall<Key>(known: Map<Key, ActiveContext>, key: Key, make: () => ActiveContext): ActiveContext {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    // The cache is bounded: many combinations of contexts evict entries instead of using more memory.
    if (++remembered > MAX_REMEMBERED) {
      EMPTY.declared.clear();
      remembered = 0;
    }
    known.set(key, made);
    return made;
  }

  #extended(active: ActiveContext, scope: CompiledContext | null, mayOverride: boolean, previous: ActiveContext | null): ActiveContext {
    if (--this.#left < 0) throw new NotCompiled();
    return context(added(active.terms, scope, mayOverride), previous);
  }
}

function context(terms: ReadonlyMap<string, Term>, previous: ActiveContext | null): ActiveContext {
  return { terms, previous, declared: new Map(), typed: new Map(), within: new Map() };
}

function table(url: string): CompiledContext {
  let found = tables.get(url);
  if (found === undefined) {
    found = JSON.parse(TABLES[url] as string) as CompiledContext;
    tables.set(url, found);
  }
  return found;
}

function added(active: ReadonlyMap<string, Term>, context: CompiledContext | null, mayOverride: boolean): ReadonlyMap<string, Term> {
  if (context === null) {
    // Only a property may empty a context that holds protected terms.
    if (!mayOverride) throw new NotCompiled();
    return EMPTY.terms;
  }
  const terms = new Map(active);
  const guarded = context['@protected'] === true;
  for (const [name, source] of Object.entries(context)) {
    if (source === true) continue;
    const before = terms.get(name);
    const same = before !== undefined && JSON.stringify(before.source) === JSON.stringify(source);
    if (before?.guarded && !mayOverride && !same) throw new NotCompiled();
    terms.set(name, termOf(source, guarded || (same && before.guarded)));
  }
  return terms;
}

function termOf(source: CompiledTerm, guarded: boolean): Term {
  const [iri, type = '', written = '', scope] = typeof source === 'string' ? [source] : source;
  const known = predicate(ABSOLUTE.test(iri) ? `<${iri}>` : '');
  const container = written === '@set' ? '' : written;
  const isLiteral = !type.startsWith('@');
  const suffix = type === '' || !isLiteral ? '' : `^^<${type}>`;
  const plain = isLiteral && container === '' && scope === undefined && known.name !== '';
  return { ...known, iri, type, suffix, plain, container, scope, guarded, source };
}
