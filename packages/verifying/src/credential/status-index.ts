import type { Json } from '@proofmark/schemas';

/** The index as text, or as the number that some issuers write. */
export function readIndex(value: Json | undefined): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}
