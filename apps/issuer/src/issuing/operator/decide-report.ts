import type { DecideReport } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { type OpenedReport, opened } from './list-reports.js';

export interface Deciding extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly sealer: Sealer;
}

/** Says what the operator made of a report. It does nothing to the issuer: who acts on it suspends the issuer, or asks it to mend something. */
export async function decideReport(
  deps: Deciding,
  { actor, input }: Request<DecideReport & { readonly reportId: string }>,
): Promise<Result<OpenedReport>> {
  const { reportId: id, decision } = input;
  return deps.store.transaction(async (tx) => {
    const report = await tx.reports.lock(id);
    if (report === null) return notFound('report');
    if (report.decision === decision) return done(opened(deps.sealer, report));
    if (report.decision !== null) return refused('conflict', `This report was decided already: ${report.decision}.`);
    const decided = { decision, decidedAt: deps.clock.now(), decidedBy: actor.keyId };
    await tx.reports.decide(id, decided);
    const details = { decision, issuerId: report.issuerId };
    await recordAct(deps, tx, actor, { action: 'report.decided', issuerId: null, objectId: id, details });
    return done(opened(deps.sealer, { ...report, ...decided }));
  });
}
