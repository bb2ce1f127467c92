import { must } from './must.js';
import type { Statements, Term } from './walk.js';

/** SHA-256 of a text's UTF-8 form. */
export type Digest = (text: string) => Promise<Uint8Array> | Uint8Array;

/**
 * Statements as canonical N-Quads (RDF Canonicalization 1.0), for blank nodes that the statements about each tell apart (4.6), as in
 * every badge of ours. Of which node is which, nothing but the order of the hashes matters.
 */
export async function canonical({ statements, blankNodes }: Statements, digest: Digest): Promise<string> {
  const lines = (about: number | null, nameOf: (node: number) => string): readonly string[] => {
    const name = (term: Term): string => (typeof term === 'string' ? term : nameOf(term));
    return statements
      .filter(([subject, , object]) => about === null || subject === about || object === about)
      .map(([subject, predicate, object]) => `${name(subject)} ${predicate} ${name(object)} .\n`)
      .sort();
  };
  const hashes: string[] = [];
  for (let node = 0; node < blankNodes; node++) {
    const hash = await digest(lines(node, (other) => (other === node ? '_:a' : '_:z')).join(''));
    hashes.push(String.fromCharCode(...hash));
  }
  const order = [...hashes].sort();
  const written = lines(null, (node) => `_:c14n${order.indexOf(hashes[node] as string)}`);
  must(new Set(hashes).size === blankNodes && new Set(written).size === written.length);
  return written.join('');
}
