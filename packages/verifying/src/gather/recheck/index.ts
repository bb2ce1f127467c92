import { foldCompanions } from '@proofmark/evidence';
import { member, textOf } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { nodesOf } from '../../credential/nodes.js';
import type { ContainedFact, RecheckFact, WorkFact } from '../../facts/facts.js';
import type { Inner } from '../credentials-inside.js';
import { endorserName } from '../endorser.js';
import type { Gathering } from '../gathering.js';
import { type Lookable, lookAgain } from './pieces.js';
import { provenEmailDomain } from './proven-address.js';
import { gatherRelated } from './related.js';
import { type WorkFound, workLines, workOutcome } from './work-lines.js';
import { endorsementsIn, gatherWorkLog } from './work-log.js';

/**
 * Looks at the work again: the documents that the badge binds by their digests, the issuer's report on the work among them; each piece;
 * and the work log, with the endorsements in it. To be called for a badge that is proved to be its issuer's, and loaded only then.
 *
 * @param work what the badge states about each item of evidence, in the order written
 * @param inside gathers the facts about credentials that are judged with the badge
 */
export async function gatherRecheck(
  credential: JsonObject,
  work: readonly WorkFact[],
  gathering: Gathering,
  inside: (inner: readonly Inner[]) => Promise<{ readonly contained: readonly ContainedFact[]; readonly skipped: number }>,
): Promise<{ readonly recheck: RecheckFact; readonly contained: readonly ContainedFact[]; readonly skipped: number }> {
  const { policy } = gathering;
  const related = await gatherRelated(credential, gathering);
  const { report } = related;
  const nodes = nodesOf(credential, 'evidence');
  const ids = nodes.map((node) => textOf(node, 'id'));
  const companions = foldCompanions(ids, new Map(report?.items.map(({ id, others }) => [id, others])));
  const [rechecks, log] = await Promise.all([
    lookAgain(lookables(nodes, ids, companions), gathering),
    gatherWorkLog(credential, report, gathering),
  ]);
  const endorsements = await inside(endorsementsIn(log, credential));
  const found = {
    pieces: nodes.map((_, at) => ({
      id: ids[at] ?? null,
      pinned: work[at]?.pinned ?? null,
      companionOf: companions[at] ?? null,
      recheck: rechecks[at] ?? null,
    })),
    report,
    log,
    mismatched: related.mismatched,
    endorsers: endorsements.contained.flatMap((one) => (gathering.isGenuine(one.facts) ? whoVouches(one, credential) : [])),
    validFrom: textOf(credential, 'validFrom') ?? textOf(credential, 'issuanceDate'),
    validUntil: textOf(credential, 'validUntil') ?? textOf(credential, 'expirationDate'),
    at: policy.at,
  };
  return { recheck: { lines: workLines(found), outcome: workOutcome(found) }, ...endorsements };
}

/**
 * Who vouches by a genuine endorsement: somebody with a key or a host of their own, under that; or a person who proved an address to the service of the issuer, under
 * the name that they have there. A name that the issuer typed in is nobody.
 */
function whoVouches({ aboutCarrier, endorser, facts: { secured } }: ContainedFact, badge: JsonObject): WorkFound['endorsers'] {
  if (!aboutCarrier || secured === null) return [];
  const { credential } = secured;
  const calls = textOf(member(credential, 'issuer'), 'name');
  if (endorser === 'other') return [{ by: endorserName(credential), calls }];
  const domain = endorser === 'issuer' ? provenEmailDomain(credential, badge) : null;
  return domain === null || calls === null ? [] : [{ by: calls, calls, domain }];
}

/** What is to be looked at. A SWHID that names another piece again is compared where that one is read. */
function lookables(
  nodes: readonly JsonObject[],
  ids: readonly (string | null)[],
  companions: readonly (number | null)[],
): readonly (Lookable | null)[] {
  const isSwhid = (at: number): boolean => ids[at]?.startsWith('swh:') === true;
  return nodes.map((node, at) => {
    if (companions[at] !== null && isSwhid(at)) return null;
    const swhids = ids.filter((id, other) => id !== null && companions[other] === at && isSwhid(other)) as string[];
    return { node, swhids };
  });
}
