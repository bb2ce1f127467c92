/**
 * One term: its IRI, or a list of IRI, type coercion (`@id`, `@vocab`, `@json`, a datatype or ''), container (`@set`, `@list`, `@graph`, `prefix`
 * or '') and the context that it brings (null: it empties the context).
 */
export type CompiledTerm =
  | string
  | readonly [iri: string, type: string]
  | readonly [iri: string, type: string, container: string]
  | readonly [iri: string, type: string, container: string, scope: CompiledContext | null];

/** A context as a table of terms; `@protected` says that none of them may be defined anew. */
export interface CompiledContext {
  readonly [term: string]: CompiledTerm | true;
}
