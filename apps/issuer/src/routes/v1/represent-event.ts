import type { ApiEvent } from '@proofmark/schemas/api';
import type { ApiEventRecord } from '../../issuing/records.js';

export function representEvent({ id, type, at, issuerId, credentialId, data }: ApiEventRecord): ApiEvent {
  return { id, type, timestamp: at.toISOString(), data: { issuerId, credentialId, ...data } };
}
