import { member } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import type { ProofFact, Secured } from '../facts/facts.js';
import { instant } from './judge-proof.js';

/** A date that the badge states, with its instant; null for one that cannot be read. */
export interface StatedTime {
  readonly text: string;
  readonly time: number | null;
}

function stated(value: Json | undefined): readonly StatedTime[] {
  if (typeof value === 'number') {
    const time = value * 1000;
    // Beyond what a date can say: the number is no date.
    return Math.abs(time) < 8.64e15
      ? [{ text: new Date(time).toISOString().replace('.000', ''), time }]
      : [{ text: String(value), time: null }];
  }
  return value === undefined ? [] : [{ text: typeof value === 'string' ? value : '', time: instant(value) }];
}

/** Every beginning of validity that a credential states, in either data model: each of them counts, whichever version it claims. */
export function statedBeginnings({ credential, jwt }: Secured): readonly StatedTime[] {
  return [member(credential, 'validFrom'), member(credential, 'issuanceDate'), member(jwt?.claims, 'nbf')].flatMap(stated);
}

/** Every end of validity that a credential, its token, or the proof that speaks for it states. */
export function statedEnds({ credential, jwt }: Secured, primary: { readonly proof: ProofFact } | null): readonly StatedTime[] {
  const texts = [member(credential, 'validUntil'), member(credential, 'expirationDate'), primary?.proof.expires ?? undefined];
  return [...texts, member(jwt?.claims, 'exp')].flatMap(stated);
}
