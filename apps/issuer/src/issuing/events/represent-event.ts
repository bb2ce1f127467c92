import type { ApiEvent } from '@proofmark/schemas/api';
import type { ApiEventRecord } from '../../store/index.js';

/** An event as it is read, and as it is sent to webhooks. */
export function representEvent({ id, type, at, issuerId, credentialId, data }: ApiEventRecord): ApiEvent {
  return { id, type, timestamp: at.toISOString(), data: { issuerId, ...(credentialId === null ? {} : { credentialId }), ...data } };
}
