import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import { originOf } from '../input/candidate.js';
import type { Entry } from '../results/entries.js';
import { inputBytes, sha256Hex } from './input-bytes.js';
import { RECEIPT_TYPE, type Receipt, type ReceiptBadge, STATEMENT } from './receipt.js';
import { receiptKey } from './receipt-key.js';
import { signReceipt } from './sign-receipt.js';

/** A signed receipt of the badges that were checked, and whether this browser keeps the key with which it signed. */
export async function makeReceipt(
  entries: readonly Entry[],
  page: string | null,
): Promise<{ readonly receipt: Receipt; readonly kept: boolean }> {
  const badges: ReceiptBadge[] = [];
  for (const entry of entries) if (entry.report !== null) badges.push(await badgeOf(entry, entry.report));
  const { pair, kept } = await receiptKey();
  const receipt = await signReceipt(
    {
      type: RECEIPT_TYPE,
      version: 1,
      statement: STATEMENT,
      made: new Date().toISOString(),
      checker: { name: 'Proofmark verification page', version: __VERSION__, address: page ?? 'a copy on a disk' },
      badges,
    },
    pair,
  );
  return { receipt, kept };
}

async function badgeOf({ row }: Entry, { badge, verdict, because, checks, contacted, checkedAt }: Report): Promise<ReceiptBadge> {
  const bytes = inputBytes(row);
  return {
    handedIn: { from: originOf(row.candidate), sha256: bytes === null ? null : await sha256Hex(bytes), bytes: bytes?.length ?? 0 },
    badge: { id: badge?.id ?? null, name: badge?.name ?? null, issuer: badge?.issuer.id ?? null },
    verdict,
    because,
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, inShort(checks[id])])) as Record<CheckId, string>,
    work: (badge?.evidence ?? []).flatMap(({ id }) => id ?? []),
    contacted,
    checkedAt,
  };
}

function inShort(outcome: Outcome): string {
  if (outcome.outcome === 'passed') return 'passed';
  return `${outcome.outcome}: ${outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code}`;
}
