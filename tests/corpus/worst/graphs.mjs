// Graphs: nodes with ids times proofs, and blank nodes that only their surroundings tell apart.
import { badge, falseProof, generic, older, range, unsigned, withAchievement } from './badge.mjs';

const json = (make) => async () => ({ input: { text: JSON.stringify(await make()) } });
const case_ = (name, make) => ({ name, kind: 'graphs', make: json(make) });

const named = (count) => range(count, (i) => ({ id: `urn:x:${i}`, name: `n${i}` }));
const proofs = (count) => range(count, (i) => falseProof({ id: `urn:proof:${i}` }));
const subject = (value) => generic({ credentialSubject: value });

/** Blank nodes, each of which leads to some others; nested, since a blank node has no name in a document of ours. */
const tree = (depth, width) => ({ name: depth === 0 ? [] : range(width, () => tree(depth - 1, width)) });
/** Blank nodes with labels, each of which leads to `next(i)`. */
const labelled = (count, next) => range(count, (i) => ({ id: `_:n${i}`, relatedResource: next(i).map((j) => ({ id: `_:n${j}` })) }));

export const GRAPHS = [
  ...[1, 5, 20].map((n) => case_(`15000 named nodes and ${n} proofs`, () => ({ ...subject(named(15_000)), proof: proofs(n) }))),
  case_('1900 named nodes and 20 proofs', () => ({ ...subject(named(1_900)), proof: proofs(20) })),
  case_('a badge with 4000 named creators and 20 proofs', () => ({
    ...withAchievement({ creator: range(4_000, (i) => ({ id: `urn:x:${i}`, type: ['Profile'] })) }),
    proof: proofs(20),
  })),
  case_('a badge with 20 proofs, each of which builds on all before it', () =>
    badge(
      {},
      range(20, (i) => falseProof({ id: `urn:proof:${i}`, previousProof: range(i, (j) => `urn:proof:${j}`) })),
    ),
  ),
  case_('a badge with 20 proofs, each of which builds on each', () =>
    badge(
      {},
      range(20, (i) => falseProof({ id: `urn:proof:${i}`, previousProof: range(20, (j) => `urn:proof:${j}`) })),
    ),
  ),
  case_('a badge with a proof that builds on 40000 proofs', () =>
    badge({}, [falseProof({ id: 'urn:proof:1', previousProof: range(40_000, (i) => `urn:proof:${i}`) })]),
  ),
  case_('a badge with 2500 proofs', () =>
    badge(
      {},
      range(2_500, () => falseProof()),
    ),
  ),
  case_('a badge with 20 proofs of 20 suites', () =>
    badge(
      {},
      range(20, (i) =>
        falseProof({ cryptosuite: ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'eddsa-jcs-2022', 'ecdsa-jcs-2019', 'ecdsa-sd-2023'][i % 5] }),
      ),
    ),
  ),
  case_('a badge with 20 domains of 4000 items in its proof', () =>
    badge(
      {},
      range(20, () => falseProof({ domain: range(4_000, String) })),
    ),
  ),
  case_('1000 blank nodes in a ring', () => subject(labelled(1_000, (i) => [(i + 1) % 1_000]))),
  case_('60 blank nodes, each of which leads to each', () => subject(labelled(60, () => range(60)))),
  case_('250 blank nodes, each of which leads to eight others', () =>
    subject(labelled(250, (i) => range(8, (j) => (i * 7 + j * 31 + 1) % 250))),
  ),
  case_('a ladder of 1000 blank nodes', () => subject(labelled(1_000, (i) => [(i + 2) % 1_000, i ^ 1]))),
  case_('a full binary tree of 1000 blank nodes', () => subject(tree(9, 2))),
  case_('a tree of 40 times 40 blank nodes', () => subject(tree(2, 40))),
  case_('1900 blank nodes that are the same', () => subject(range(1_900, () => ({ name: 'same' })))),
  case_('a badge with 1900 results that are the same', () => {
    const { credentialSubject } = unsigned();
    return badge({ credentialSubject: { ...credentialSubject, result: range(1_900, () => ({ type: ['Result'], value: 'same' })) } });
  }),
  case_('a badge of VC 1.1 with 1900 alignments that are the same', () => {
    const alignment = range(1_900, () => ({ type: ['Alignment'], targetName: 'x', targetUrl: 'https://x.example' }));
    return older({ credentialSubject: withAchievement({ alignment }).credentialSubject });
  }),
  case_('a badge with 900 pairs of blank nodes', () =>
    withAchievement({
      resultDescription: range(900, () => ({
        id: 'urn:x:1',
        type: ['ResultDescription'],
        name: 'x',
        resultType: 'Percent',
        rubricCriterionLevel: [{ id: 'urn:x:2', type: ['RubricCriterionLevel'], name: 'x' }],
      })),
    }),
  ),
];
