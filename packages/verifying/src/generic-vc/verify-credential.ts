import type { Json, Report } from '@proofmark/schemas';
import { type Sources, sources } from '../documents/sources.js';
import { type Gathering, gather } from '../gather/gather.js';
import { fromJson, isBadge } from '../input/from-json.js';
import { LIMITS } from '../limits.js';
import type { Policy, Ports } from '../ports.js';
import { judge } from '../report/judge.js';
import { checkSecured } from './check-secured.js';

/** A policy for credentials of any vocabulary. */
export interface CredentialPolicy extends Policy {
  /** Contexts that the reader answers for, by address, beside the pinned ones. They are used for credentials that are no badges. */
  readonly contexts?: ReadonlyMap<string, object>;
}

/**
 * Verifies any verifiable credential, of VC Data Model 2.0 or 1.1: as JSON with embedded proofs, enveloped, or as the text of a VC-JWT.
 * A badge is judged as a badge. Any other credential has to meet the data model's own rules instead of those of Open Badges, may use any
 * vocabulary whose contexts are at hand, and every one of its proofs has to hold. Out: always a report.
 */
export async function verifyCredential(json: Json, ports: Ports, policy: CredentialPolicy): Promise<Report> {
  return judgeCredential(json, ports, policy, sources(ports.documents));
}

/** The same with sources that another question shares. */
export async function judgeCredential(json: Json, ports: Ports, policy: CredentialPolicy, documents: Sources): Promise<Report> {
  const reading = fromJson(json, 'json', false, true);
  const gathering: Gathering = { ports, policy, sources: documents, budget: { left: LIMITS.contained }, pieces: { left: LIMITS.pieces } };
  if (reading.kind !== 'badge' || isBadge(reading.badge.credential)) return judge(await gather(reading, gathering), policy);
  const contexts = policy.contexts ?? new Map();
  const secure: Gathering['secure'] = (credential, jwt) => checkSecured(credential, jwt, contexts, ports, documents);
  return judge(await gather(reading, { ...gathering, secure }), policy);
}
