import type { EvidenceAge } from '@proofmark/schemas/evidence';

/** When the work and the badge are from. Dates are RFC 3339, as written. */
export interface EvidenceDates {
  /** The last change of the work, or when it was captured; null when neither is known. */
  readonly changedAt: string | null;
  /** Of the badge. */
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** The share of the validity after which work is ageing. */
const FRESH = 0.75;

/**
 * How old a piece of evidence is, measured by how long its badge is valid: `expired` after `validUntil`; `ageing` when more than three
 * quarters of that period (from `validFrom` to `validUntil`) have passed since the last change of the work, or since `validFrom` where
 * that change is not known; else `current`.
 *
 * @param now milliseconds since 1970 UTC
 * @returns null when the badge does not say how long it is valid
 */
export function ageOfEvidence({ changedAt, validFrom, validUntil }: EvidenceDates, now: number): EvidenceAge | null {
  const [from, until] = [timeOf(validFrom), timeOf(validUntil)];
  if (from === null || until === null || until < from) return null;
  if (now > until) return 'expired';
  const since = timeOf(changedAt) ?? from;
  return now - since > FRESH * (until - from) ? 'ageing' : 'current';
}

function timeOf(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
