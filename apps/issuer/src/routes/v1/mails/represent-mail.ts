import type { MailResource } from '@proofmark/schemas/api';
import type { BadgeMailRecord } from '../../../store/index.js';

/** A mail as the API answers it. */
export function representMail(mail: BadgeMailRecord): MailResource {
  const { id, issuerId, credentialId, kind, state, attempts, createdAt, sentAt, nextAt, endedAt, answer } = mail;
  const waits = state === 'queued' || state === 'deferred';
  return {
    ...{ id, issuerId, credentialId, kind, state, attempts, answer },
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextAttemptAt: waits ? nextAt.toISOString() : null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}
