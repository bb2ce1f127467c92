import type { ReportReason } from '@proofmark/schemas/api';
import { issuerOfCredential } from '../access/load-credential.js';
import { newId } from '../identifiers.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { type ReportContent, sealReport } from './sealed-report.js';

/** Reports of one issuer that are kept in a day: so many that nobody is overlooked, and few enough to be read. */
export const MOST_A_DAY = 30;

const DAY = 86_400_000;

export interface Reporting extends IdSource {
  readonly store: Store;
  readonly sealer: Sealer;
}

/** What a reader reports. Whoever they are is not known, and not asked. */
export interface NewReport extends ReportContent {
  readonly issuerId: string;
  /** The badge on whose page they were. One that is not of this issuer is passed over. */
  readonly credentialId: string | null;
  readonly reason: ReportReason;
}

/** Keeps a report for the operator. `too-many` came of this issuer today. Nothing is done about the issuer. */
export async function reportIssuer(
  deps: Reporting,
  { issuerId, credentialId, reason, ...content }: NewReport,
): Promise<'kept' | 'too-many' | 'no-issuer'> {
  const id = newId(deps);
  const sealed = sealReport(deps.sealer, id, content);
  const tenant = credentialId === null ? null : await issuerOfCredential(deps.store.credentials, credentialId);
  const createdAt = deps.clock.now();
  return deps.store.transaction(async (tx) => {
    // Locked, so that those who come together are counted one after the other.
    if ((await tx.issuers.lock(issuerId)) === null) return 'no-issuer';
    if ((await tx.reports.count(issuerId, new Date(createdAt.getTime() - DAY))) >= MOST_A_DAY) return 'too-many';
    const about = tenant === issuerId ? credentialId : null;
    const open = { decision: null, decidedAt: null, decidedBy: null };
    await tx.reports.insert({ id, issuerId, credentialId: about, reason, sealed, createdAt, ...open });
    return 'kept';
  });
}
