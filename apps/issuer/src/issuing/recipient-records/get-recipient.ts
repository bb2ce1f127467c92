import type { CredentialRecord, RecipientRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import { type OpenedRecipient, opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, notFound, type Result } from '../result.js';

export interface RecipientInput {
  /** An admin key names it. */
  readonly issuerId: string | null;
  readonly recipientId: string;
}

export interface RecipientReading {
  readonly store: Pick<Store, 'recipients' | 'credentials'>;
  readonly recipients: Pick<RecipientHashes, 'openEmail'>;
  readonly clock: Clock;
}

/** A recipient and their newest badges; `more` when there are others. */
export interface RecipientAndBadges {
  readonly recipient: OpenedRecipient;
  readonly credentials: readonly CredentialRecord[];
  readonly more: boolean;
}

const SHOWN = 100;

export async function getRecipient(deps: RecipientReading, { actor, input }: Request<RecipientInput>): Promise<Result<RecipientAndBadges>> {
  const found = await loadRecipient(deps.store.recipients, actor, input);
  if (!found.ok) return found;
  const { issuerId, id } = found.value;
  const filter = {
    ...{ achievementId: null, recipientIds: [id], recipientLookups: null, namePattern: null },
    ...{ state: null, claimed: null, since: null, until: null, now: deps.clock.now() },
  };
  const badges = (await deps.store.credentials.list(issuerId, filter, { limit: SHOWN + 1, after: null, order: 'newest' })) ?? [];
  const recipient = opened(deps.recipients, found.value);
  return done({ recipient, credentials: badges.slice(0, SHOWN), more: badges.length > SHOWN });
}

/** The recipient that an actor names; `not-found` for one of another issuer, in the same words. */
export async function loadRecipient(
  recipients: Pick<Store['recipients'], 'find'>,
  actor: Actor,
  { issuerId, recipientId }: RecipientInput,
): Promise<Result<RecipientRecord>> {
  const issuer = issuerOfList(actor, issuerId);
  if (!issuer.ok) return issuer;
  const found = issuer.value === null ? null : await recipients.find(issuer.value, recipientId);
  return found === null ? notFound('recipient') : done(found);
}
