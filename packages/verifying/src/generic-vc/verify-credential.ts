import { isBadgeDocument, type Json, type Report } from '@proofmark/schemas';
import { type Sources, sources } from '../documents/sources.js';
import { readForm } from '../form/read-form.js';
import { gather } from '../gather/gather.js';
import type { Gathering } from '../gather/gathering.js';
import { fromJson } from '../input/from-json.js';
import type { Policy, Ports } from '../ports.js';
import { judge } from '../report/judge.js';
import { gathering } from '../run-pipeline.js';
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
  return judgeCredential(json, ports, policy, sources(ports));
}

/** The same with sources that another question shares. */
export async function judgeCredential(json: Json, ports: Ports, policy: CredentialPolicy, documents: Sources): Promise<Report> {
  const reading = fromJson(json, 'json', false, true);
  const context = gathering(ports, policy, documents, readForm);
  if (reading.kind !== 'badge' || isBadgeDocument(reading.badge.credential)) return judge(await gather(reading, context), policy);
  const contexts = policy.contexts ?? new Map();
  const checkRoot: Gathering['checkRoot'] = (credential, jwt) =>
    checkSecured(credential, jwt, contexts, ports, documents, context.checkProofs);
  return judge(await gather(reading, { ...context, checkRoot }), policy);
}
