import type { Json } from '@proofmark/schemas';
import { member } from '../json.js';
import { instant } from './authenticity.js';
import type { Question } from './question.js';

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

/** Every beginning of validity that the badge states, in either data model: each of them counts, whichever version the badge claims. */
export function beginnings({ credential, secured }: Question): readonly StatedTime[] {
  return [member(credential, 'validFrom'), member(credential, 'issuanceDate'), member(secured.jwt?.claims, 'nbf')].flatMap(stated);
}

/** Every end of validity that the badge, its token, or the proof that speaks for it states. */
export function ends({ credential, secured, speaking }: Question): readonly StatedTime[] {
  const texts = [member(credential, 'validUntil'), member(credential, 'expirationDate'), speaking?.proof.expires ?? undefined];
  return [...texts, member(secured.jwt?.claims, 'exp')].flatMap(stated);
}
