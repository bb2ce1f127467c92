/** Bounds of what is read. Honest badges stay far below; each bound is refused before the work that it saves is begun. */
export const LIMITS = {
  /** A badge image, in bytes. */
  imageBytes: 16_777_216,
  /** A credential as JSON or JWT text, in bytes. Large because pictures may be embedded as data URIs. */
  textBytes: 4_000_000,
  /** Nesting of a JSON document. */
  depth: 48,
  /** Objects and arrays of one credential. */
  nodes: 20_000,
  /** Members of all objects of one document, and items of its arrays that are no objects. */
  values: 100_000,
  /** Objects without an `id`, which cost the canonicaliser more than others. */
  blankNodes: 2_000,
  /** A key document, a status reference and the like, in bytes. */
  documentBytes: 1_000_000,
  /** A status list credential, in bytes as served (compressed inside). */
  statusListBytes: 4_000_000,
  /** A status list unfolded, in bytes: 32 million entries. */
  statusBitsBytes: 4_194_304,
  /** Entries that a status list must have at least (Bitstring Status List 1.0, 3.2). */
  statusListEntries: 131_072,
  /** A registry of issuers, in bytes. */
  registryBytes: 4_000_000,
  /** Web domains of one issuer that are asked. */
  linkedDomains: 5,
  /** Domain linkage credentials of one domain that are checked. */
  linkages: 5,
  /** How long a status list that the host keeps is used without asking for it again, in milliseconds. */
  listAge: 60_000,
  /** Status entries of one credential that are asked. */
  statusEntries: 8,
  /** Credentials inside a credential or presentation that are judged with it. */
  contained: 25,
  /** Pieces of work of one verification that are looked at again, copies of them included. */
  pieces: 40,
} as const;
