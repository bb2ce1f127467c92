import { listOf } from '@proofmark/primitives';
import { nodesOf } from '../credential/nodes.js';
import { type Check, EARLIER, integrityBlock, NOT_PRESENT, passed } from './check-context.js';

/** Whether the badge was issued to the person in question (OB 3.0, verification, step "recipient"; optional). A match is no proof of identity. */
export const recipient: Check = (context) => {
  const { recipient: fact } = context.facts;
  // No subject has what could say who it is.
  const isNobody = nodesOf(context.credential, 'credentialSubject').every(({ id, identifier }) => !id && !listOf(identifier)[0]);
  const stop = integrityBlock(context);
  if (isNobody && stop === null) return { outcome: 'not-applicable', reason: 'names-nobody' };
  if (fact === 'not-asked') return { outcome: 'not-applicable', reason: fact };
  if (stop?.outcome === 'not-applicable') return EARLIER;
  if (fact === 'not-an-address') return { outcome: 'unknown', code: 'not-an-address' };
  if (fact === 'not-compared') return { outcome: 'unknown', code: 'unsupported-by-host' };
  if (fact === 'names-nobody') return NOT_PRESENT;
  return fact === 'match' ? passed : { outcome: 'failed', code: 'recipient-mismatch' };
};
