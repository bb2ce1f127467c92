/** Why a text is not taken as JSON, or a value not taken as a document. */
export type JsonFault =
  /** Not JSON (RFC 8259). */
  | 'not-json'
  /** A name twice in one object: two readers would see two documents (RFC 7493, 2.3). */
  | 'duplicate-key'
  /** Half of a surrogate pair, which has no UTF-8 form (RFC 7493, 2.1). */
  | 'lone-surrogate'
  /** A number such as `1e400`, which a parser reads as infinity (RFC 7493, 2.2). */
  | 'no-number'
  /** A NUL character, at which databases and file formats cut a text. Only with `refuseNul`. */
  | 'nul-character'
  /** A member `__proto__`, which becomes a prototype where objects are copied carelessly. Only with `refuseProto`. */
  | 'proto-member'
  | 'too-deep'
  | 'too-large';

/** The bounds of one kind of document. */
export interface JsonRules {
  /** Characters of the text. */
  readonly maxLength: number;
  /** Objects and arrays that may stand inside of each other, the outermost included. */
  readonly maxDepth: number;
  /** Members of all objects together, and items of all arrays together. Without a bound when absent. */
  readonly maxValues?: number;
  /** Objects and arrays together. Without a bound when absent. */
  readonly maxNodes?: number;
  readonly refuseNul?: boolean;
  readonly refuseProto?: boolean;
}
