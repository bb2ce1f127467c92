import { type ProblemDetails, TYPES } from '@proofmark/issuer/vc-api';
import type { Instance } from './instance.js';
import { membersOf } from './request.js';

/**
 * VC-API, "Update Status": `credentialId`, and `credentialStatus.statusPurpose`, which has to be revocation; `status` is true unless it says
 * false. Null when done.
 *
 * @param now milliseconds since the epoch
 */
export async function setStatus({ statusList }: Instance, body: unknown, now: number): Promise<ProblemDetails | null> {
  const { credentialId, credentialStatus, status = true } = membersOf(body);
  const { statusPurpose = 'revocation' } = membersOf(credentialStatus);
  if (typeof credentialId !== 'string' || typeof status !== 'boolean' || statusPurpose !== 'revocation') {
    const detail = 'The body has to name a credentialId, and at most the purpose "revocation" and a status of true or false.';
    const place =
      typeof credentialId !== 'string' ? '/credentialId' : typeof status !== 'boolean' ? '/status' : '/credentialStatus/statusPurpose';
    return { type: TYPES.malformed, title: 'The request is not complete', detail, pointer: place };
  }
  if (statusList !== null && (await statusList.set(credentialId, status, now))) return null;
  const detail = 'This instance has given no status to a credential of this id.';
  return { type: TYPES.malformed, title: 'No such credential', detail, pointer: '/credentialId' };
}
