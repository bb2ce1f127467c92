import { type CredentialOrder, type CredentialState, isNameOrder } from '@proofmark/schemas/api';
import type { CredentialFilter, CredentialRecord, OrderedPage, PageRequest } from '../../store/index.js';
import { type Request, tenantFor } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Clock, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { namePattern } from '../recipients/searchable-name.js';
import { done, type Refused, type Result, refused } from '../result.js';
import { listByName } from './listing/list-by-name.js';
import { recipientsMeant } from './listing/recipients-meant.js';

export interface ListCredentialsInput {
  readonly issuerId: string | null;
  readonly achievementId: string | null;
  readonly recipientId: string | null;
  /** The issuer's own id of a recipient. */
  readonly externalId: string | null;
  readonly email: string | null;
  /** A part of a recipient's name. */
  readonly name: string | null;
  readonly state: CredentialState | null;
  /** Whether the learner claimed it; null for either. */
  readonly claimed: boolean | null;
  readonly since: Date | null;
  readonly until: Date | null;
  readonly page: PageRequest & { readonly order: CredentialOrder };
}

export interface CredentialListing {
  readonly store: Pick<Store, 'credentials' | 'achievements' | 'recipients'>;
  readonly recipients: Pick<RecipientHashes, 'lookups'>;
  readonly clock: Clock;
}

/** A page of badges. */
export interface FoundCredentials {
  readonly credentials: readonly CredentialRecord[];
  /** Where the search ended before the page was full: the badge after which it goes on; in the order of names, its anchor. */
  readonly further: string | null;
  /** After which anchor the list goes on behind a badge, in the order of names. */
  readonly anchorOf?: (credential: CredentialRecord) => string;
}

/**
 * A page of the badges of one issuer: the oldest first in the order in which they became readable, the newest first, or by the names of their recipients. An admin key names the issuer or an achievement.
 */
export async function listCredentials(
  deps: CredentialListing,
  { actor, input }: Request<ListCredentialsInput>,
): Promise<Result<FoundCredentials>> {
  const { achievementId, email, state, claimed, since, until, page: asked } = input;
  const named = input.issuerId ?? actor.issuerId;
  const owner = named === null && achievementId !== null ? await tenantFor(actor, achievementId, deps.store.achievements.tenantOf) : named;
  if (owner === null && achievementId !== null) return done(NONE);
  const issuer = issuerOfList(actor, owner, 'an `issuer` or an `achievement`');
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done(NONE);
  const issuerId = issuer.value;
  const recipientLookups = email === null ? null : deps.recipients.lookups(issuerId, email);
  const others = { achievementId, recipientLookups, state, claimed, since, until, now: deps.clock.now() };
  const { order, ...place } = asked;
  if (isNameOrder(order)) {
    const page = { ...place, order };
    const found = await listByName(deps.store, issuerId, { asked: input, others, page });
    if (found === null) return noCursor(MOVED);
    const { credentials, further, anchors } = found;
    return done({ credentials, further, anchorOf: ({ id }) => anchors.get(id) ?? id });
  }
  const page = { ...place, order };
  const near = await nearBadges(deps, issuerId, { ...input, page }, others);
  if (near !== null) return done({ credentials: near, further: null });
  const whose = await recipientsMeant(deps.store, issuerId, input);
  if (whose.recipientIds?.length === 0) return done(NONE);
  const filter = { ...others, ...whose };
  if (whose.namePattern !== null && whose.recipientIds === null) {
    const found = await deps.store.credentials.listWithin(issuerId, filter, page, FAR);
    if (found === null) return noCursor();
    const { credentials, reached } = found;
    return done({ credentials, further: credentials.length < page.limit ? reached : null });
  }
  const credentials = await deps.store.credentials.list(issuerId, filter, page);
  return credentials === null ? noCursor() : done({ credentials, further: null });
}

const NONE: FoundCredentials = { credentials: [], further: null };

const NOT_OURS = 'is not a cursor of this list: take `next` of the page before, or leave it out';
const MOVED =
  'is not a cursor of this list, or whoever stood there was changed or erased since: take `next` of the page before, or begin without it';

/** Refuses a cursor that leads to nothing of a list. */
export function noCursor(detail: string = NOT_OURS): Refused {
  return refused('invalid-parameter', 'This is not a cursor of this list.', [{ pointer: '/cursor', code: 'no-such-value', detail }]);
}

/** Badges that are gone through before people are looked for by their name. */
const NEAR = 1000;

/**
 * A page of badges by a name, when those that come first fill it: where many have the name, to look for all of them takes far longer. Null when they do
 * not, or no name is looked for.
 */
async function nearBadges(
  { store }: CredentialListing,
  issuerId: string,
  { recipientId, externalId, name, since, until, page }: ListCredentialsInput & { readonly page: OrderedPage },
  others: Omit<CredentialFilter, 'recipientIds' | 'namePattern'>,
): Promise<readonly CredentialRecord[] | null> {
  if (name === null || recipientId !== null || externalId !== null || since !== null || until !== null) return null;
  const filter = { ...others, recipientIds: null, namePattern: namePattern(name) };
  const found = await store.credentials.listWithin(issuerId, filter, page, NEAR);
  return found !== null && found.credentials.length >= page.limit ? found.credentials : null;
}

/** Badges that are gone through for one page: none of those who have the name may have one of them. */
const FAR = 3000;
