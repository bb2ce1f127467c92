import type { Quad, Term } from 'jsonld';

/** A dataset in which the nodes that bear a mark are blank again, with the mark for a name. */
export function blankMarks(quads: readonly Quad[], prefix: string): readonly Quad[] {
  const blank = (term: Term): Term =>
    term.termType === 'NamedNode' && term.value.startsWith(prefix) ? { termType: 'BlankNode', value: term.value } : term;
  return quads.map((quad) => renamed(quad, blank));
}

/**
 * A dataset whose blank nodes bear names that are the same in any part of the document: a mark is its own name; a node without one
 * (a cell of a list, a graph) is named by the one statement that leads to it. Null when none does, or more than one.
 */
export function nameBlankNodes(quads: readonly Quad[], prefix: string): readonly Quad[] | null {
  const names = new Map<string, string>();
  const isNamed = ({ termType, value }: Term) => termType !== 'BlankNode' || value.startsWith(prefix) || names.has(value);
  const nameOf = ({ termType, value }: Term) => (termType === 'BlankNode' ? (names.get(value) ?? value) : value);
  const marked = blankMarks(quads, prefix);
  let open = marked.filter(({ object }) => object.termType === 'BlankNode' && !object.value.startsWith(prefix));
  while (open.length > 0) {
    const ready = open.filter(({ subject }) => isNamed(subject));
    if (ready.length === 0) return null;
    for (const { subject, predicate, object } of ready) {
      if (names.has(object.value)) return null;
      names.set(object.value, `${nameOf(subject)} ${predicate.value}`);
    }
    open = open.filter((quad) => !ready.includes(quad));
  }
  if (new Set(names.values()).size !== names.size) return null;
  if (!marked.every(({ subject, graph }) => isNamed(subject) && isNamed(graph))) return null;
  const name = (term: Term): Term => (term.termType === 'BlankNode' ? { termType: 'BlankNode', value: `n ${nameOf(term)}` } : term);
  return marked.map((quad) => renamed(quad, name));
}

function renamed(quad: Quad, rename: (term: Term) => Term): Quad {
  return { ...quad, subject: rename(quad.subject), object: rename(quad.object), graph: rename(quad.graph) };
}
