/** Where a badge stands in time, as its issuer's own records have it. */
export type BadgeState =
  | { readonly kind: 'standing' }
  | { readonly kind: 'withdrawn'; readonly at: Date; readonly reason: string | null }
  | { readonly kind: 'expired'; readonly since: Date }
  | { readonly kind: 'not-yet'; readonly from: Date };

/** Withdrawal first, for it outlives all dates; a badge is valid up to and including the second of `validUntil`. */
export function badgeState(
  dates: { readonly validFrom: Date | null; readonly validUntil: Date | null },
  withdrawn: { readonly at: Date; readonly reason: string | null } | null,
  now: Date,
): BadgeState {
  if (withdrawn !== null) return { kind: 'withdrawn', ...withdrawn };
  if (dates.validUntil !== null && dates.validUntil < now) return { kind: 'expired', since: dates.validUntil };
  if (dates.validFrom !== null && dates.validFrom > now) return { kind: 'not-yet', from: dates.validFrom };
  return { kind: 'standing' };
}
