import { isObject, type Json, type JsonObject, listOf, type MaybePromise } from '@proofmark/primitives';
import type { CryptoPort, PublicKey } from '../ports.js';
import type { Canonicalise } from './canonicalise.js';
import { checkOn } from './check-proof.js';
import type { ProofOutcome } from './proof-question.js';
import { type DataIntegrityProof, readProofs } from './read-proofs.js';

export interface ProofsQuestion {
  /** The secured document, with all its proofs. */
  readonly document: JsonObject;
  /** The key of a proof's verification method, or null when there is none. Asked once for each proof at most. */
  readonly keyOf: (proof: DataIntegrityProof) => MaybePromise<PublicKey | null>;
  readonly crypto: CryptoPort;
  readonly canonicalise: Canonicalise;
}

/** One proof of a document and what became of it; or the member that is missing or of the wrong kind. */
export type CheckedProof =
  | { readonly read: true; readonly proof: DataIntegrityProof; readonly answer: ProofOutcome | { readonly outcome: 'no-key' } }
  | { readonly read: false; readonly member: string; readonly suite: string };

/** A proof is decided by its own signature and by the proofs it builds on. */
type Link = DataIntegrityProof | 'missing' | 'ambiguous' | 'unread';

/**
 * Checks every proof of a document, in the order written: sets, and chains by `previousProof` (Data Integrity 1.0 section 4.5).
 * A proof that builds on others is `valid` only when all of those are, and when its signature covers them: they are part of what it
 * signs. Null when there are more proofs than `readProofs` takes.
 */
export async function checkProofs(question: ProofsQuestion): Promise<readonly CheckedProof[] | null> {
  const readings = readProofs(question.document);
  if (readings === null) return null;
  const proofs = readings.flatMap((reading) => (reading.ok ? [reading.proof] : []));
  const chains = new Chains(proofs.length > 1 ? await withKeys(question, proofs) : question, proofs);
  const checked: CheckedProof[] = [];
  for (const reading of readings) {
    if (reading.ok) checked.push({ read: true, proof: reading.proof, answer: await chains.answer(reading.proof, []) });
    else checked.push({ read: false, member: reading.member, suite: reading.suite });
  }
  return checked;
}

/** The keys of proofs that build on no other are asked for together: their hosts may be slow, each in its own way. */
async function withKeys(question: ProofsQuestion, proofs: readonly DataIntegrityProof[]): Promise<ProofsQuestion> {
  const unlinked = proofs.filter(({ source }) => listOf(source.previousProof).length === 0);
  const keys = new Map(await Promise.all(unlinked.map(async (proof) => [proof, await question.keyOf(proof)] as const)));
  return { ...question, keyOf: (proof) => (keys.has(proof) ? (keys.get(proof) ?? null) : question.keyOf(proof)) };
}

type Answer = Extract<CheckedProof, { read: true }>['answer'];

class Chains {
  readonly #question: ProofsQuestion;
  readonly #proofs: readonly DataIntegrityProof[];
  readonly #answers = new Map<DataIntegrityProof, Answer>();

  constructor(question: ProofsQuestion, proofs: readonly DataIntegrityProof[]) {
    this.#question = question;
    this.#proofs = proofs;
  }

  /** `path` are the proofs that led here: to meet one of them again is a cycle, which no order of signing can have made. */
  async answer(proof: DataIntegrityProof, path: readonly DataIntegrityProof[]): Promise<Answer> {
    if (path.includes(proof)) return { outcome: 'invalid', reason: 'previous-proof-cycle' };
    const known = this.#answers.get(proof);
    if (known !== undefined) return known;
    const answer = await this.#decide(proof, [...path, proof]);
    this.#answers.set(proof, answer);
    return answer;
  }

  async #decide(proof: DataIntegrityProof, path: readonly DataIntegrityProof[]): Promise<Answer> {
    const links = linksOf(proof, this.#proofs, listOf(this.#question.document.proof));
    if (links.includes('missing')) return { outcome: 'invalid', reason: 'previous-proof-missing' };
    if (links.includes('ambiguous')) return { outcome: 'invalid', reason: 'previous-proof-ambiguous' };
    const previous = links.filter((link): link is DataIntegrityProof => typeof link === 'object');
    let undecided = links.includes('unread');
    for (const link of previous) {
      const answer = await this.answer(link, path);
      if (answer.outcome === 'invalid' && answer.reason === 'previous-proof-cycle') return answer;
      if (answer.outcome === 'invalid') return { outcome: 'invalid', reason: 'previous-proof-invalid' };
      undecided ||= answer.outcome !== 'valid';
    }
    if (undecided) return { outcome: 'unsupported', reason: 'previous-proof' };
    const key = await this.#question.keyOf(proof);
    if (key === null) return { outcome: 'no-key' };
    const { document, crypto, canonicalise } = this.#question;
    const sources = this.#proofs.filter((candidate) => previous.includes(candidate)).map(({ source }) => source);
    return checkOn({ document, proof, key, crypto, canonicalise }, sources);
  }
}

/** The proofs that `previousProof` names by their id, a text or several. */
function linksOf(proof: DataIntegrityProof, proofs: readonly DataIntegrityProof[], written: readonly Json[]): readonly Link[] {
  return listOf(proof.source.previousProof).map((id) => {
    if (typeof id !== 'string') return 'missing';
    const named = written.filter((item) => isObject(item) && item.id === id);
    if (named.length !== 1) return named.length === 0 ? 'missing' : 'ambiguous';
    return proofs.find(({ source }) => source === named[0]) ?? 'unread';
  });
}
