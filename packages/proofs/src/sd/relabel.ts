const IRI = '<[^<>"\\n]*>';
const NODE = `${IRI}|_:c14n\\d+`;
const LITERAL = `"(?:[^"\\\\\\n\\r]|\\\\.)*"(?:\\^\\^${IRI}|@[A-Za-z0-9-]+)?`;
const STATEMENT = new RegExp(`^(${NODE}) (${IRI}) (${NODE}|${LITERAL})(?: (${NODE}))? \\.$`);

export type Relabelled =
  /** Sorted anew, each with its line end. */
  | { readonly ok: true; readonly statements: readonly string[] }
  /** A blank node has no new label, or a line is no N-Quad: an address holds a character that no address has. */
  | { readonly ok: false; readonly code: 'no-label' | 'malformed' };

/**
 * Canonical N-Quads with other labels for the blank nodes (VC-DI-ECDSA 3.4.1 and 3.4.2). Labels are replaced where a blank node
 * stands, never inside a text. The order is that of UTF-16 code units, as RDFC-1.0 is implemented where these proofs come from.
 */
export function relabel(nquads: string, labels: ReadonlyMap<string, string>): Relabelled {
  const statements: string[] = [];
  for (const line of nquads.split('\n').slice(0, -1)) {
    const match = STATEMENT.exec(line);
    if (match === null) return { ok: false, code: 'malformed' };
    const terms: string[] = [];
    for (const term of match.slice(1)) {
      if (term === undefined) continue;
      const label = term.startsWith('_:') ? labels.get(term.slice(2)) : null;
      if (label === undefined) return { ok: false, code: 'no-label' };
      terms.push(label === null ? term : `_:${label}`);
    }
    statements.push(`${terms.join(' ')} .\n`);
  }
  return { ok: true, statements: statements.sort() };
}
