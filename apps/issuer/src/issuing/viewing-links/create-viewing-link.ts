import type { CreateViewingLink } from '@proofmark/schemas/api';
import type { CredentialRecord, ViewingLinkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { evidenceOf } from '../evidence/evidence-items.js';
import { newId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, invalid, type Result, refused } from '../result.js';
import { newViewingToken, readViewingToken } from './viewing-token.js';

export interface NewViewingLink {
  readonly credential: CredentialRecord;
  readonly link: ViewingLinkRecord;
  /** The secret part of the link. It is handed out here and stored nowhere. */
  readonly token: string;
}

const DAYS = 14;
const DAY = 86_400_000;

/** Makes a link by which private work can be viewed for a time. */
export async function createViewingLink(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<CreateViewingLink & { readonly credentialId: string }>,
): Promise<Result<NewViewingLink>> {
  const found = await loadCredential(deps.store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const credential = found.value;
  const badge = { issuerId: credential.issuerId, credentialId: credential.id };
  const pieces = evidenceOf(credential);
  const kept = await deps.store.evidence.privateWork(badge);
  if (kept.length === 0)
    return refused(
      'not-found',
      'The service keeps no private work of this badge: work is kept that was sent as `content` when the badge was issued.',
    );
  const fitting = kept.filter((n) => input.evidence === undefined || pieces[n - 1]?.id === input.evidence);
  if (fitting.length === 0)
    return invalid(
      '/evidence',
      'no-such-value',
      'is the id of no private work that the service keeps of this badge: it is the `id` of a piece of evidence in the badge (urn:uuid:…)',
    );
  if (fitting.length > 1)
    return invalid(
      '/evidence',
      'required',
      'is needed: the badge has several pieces of private work; give the `id` of one, as it stands in the badge (urn:uuid:…)',
    );
  const issuer = await deps.store.issuers.find(credential.issuerId);
  if (issuer === null) throw new Error('a badge has no issuer');
  const token = newViewingToken(deps.random, issuer);
  const read = readViewingToken(token);
  if (read === null) throw new TypeError('a new token is none');
  const now = deps.clock.now();
  const link: ViewingLinkRecord = {
    ...badge,
    id: newId(deps),
    n: fitting[0]!,
    forWhom: input.for,
    maxViews: input.maxViews ?? null,
    views: 0,
    expiresAt: new Date(now.getTime() + (input.days ?? DAYS) * DAY),
    revokedAt: null,
    apiKeyId: actor.keyId,
    createdAt: now,
  };
  return deps.store.transaction(async (tx) => {
    await tx.viewings.insert(link, read.hash);
    const details = { credentialId: credential.id };
    await recordAct(deps, tx, actor, { action: 'viewing-link.created', issuerId: credential.issuerId, objectId: link.id, details });
    return done({ credential, link, token });
  });
}
