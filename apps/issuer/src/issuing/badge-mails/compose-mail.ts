import { decodeUtf8 } from '@proofmark/primitives';
import { credentialUrl } from '@proofmark/schemas';
import type { BadgeMailRecord, IssuerRecord, RecipientRecord } from '../../store/index.js';
import { type AvailableCredential, findAvailable, lockCredential } from '../access/load-credential.js';
import { refuseSuspended } from '../issuers/suspension.js';
import { type BadgeMail, CLAIMING } from '../people/mails/badge-mail.js';
import type { Sealer, Store } from '../ports.js';
import { opened } from '../recipients/known-recipient.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { type SealedMail, sealName } from '../recipients/tell-erased.js';
import { bounceToken } from './bounce-token.js';
import { claimLinkOf, type MailedLinks } from './claim-link-of-mail.js';

export interface MailComposing extends MailedLinks {
  readonly store: Store;
  readonly recipients: Pick<RecipientHashes, 'openEmail'>;
  readonly sealer: Sealer;
}

/** A mail that can be sent, with the keyed hash of where it goes; null where there is nothing to tell any more. */
export type ComposedMail = { readonly mail: BadgeMail; readonly address: Uint8Array | null; readonly awaited: boolean } | null;

/** Writes what a mail says, from what holds now: an address that was corrected meanwhile is the one it goes to, and a badge that was withdrawn is not sent. */
export async function composeMail(deps: MailComposing, record: BadgeMailRecord): Promise<ComposedMail> {
  const { issuerId, credentialId, kind, id } = record;
  const texts = Object.fromEntries((await deps.store.mailTexts.ofKind(issuerId, kind)).map((text) => [text.language, text]));
  const common = { id, issuerId, kind, texts, bounceToken: bounceToken(deps.pepper, id) };
  if (kind === 'erased') {
    const sealed = openSealed(deps.sealer, record);
    return sealed === null ? null : { mail: { ...common, ...sealed, link: null }, address: null, awaited: false };
  }
  const { store } = deps;
  const badge = await findAvailable(store.credentials, { issuerId, credentialId });
  const [issuer, settings] = await Promise.all([store.issuers.find(issuerId), store.mailSettings.find(issuerId)]);
  const recipient = badge?.recipient == null ? null : await store.recipients.find(issuerId, badge.recipient.id);
  if (badge === null || recipient === null || issuer === null || settings === null || !isToBeTold(record, badge)) return null;
  const { email: to, name } = opened(deps.recipients, recipient);
  if (to === null || (kind === 'reminder' && recipient.lookup !== null && (await store.badgeMails.bounces(issuerId, recipient.lookup))))
    return null;
  // A suspended issuer hands out no badges until it is looked at.
  if (CLAIMING.includes(kind) && refuseSuspended(issuer) !== null) return null;
  const link = CLAIMING.includes(kind)
    ? await claimLink(deps, record, { issuer, badge, recipient })
    : credentialUrl(deps.baseUrl, credentialId);
  if (link === null) return null;
  const names = { learner: name, badge: badge.achievementName, issuer: issuer.name };
  const mail: BadgeMail = { ...common, to, language: recipient.language ?? settings.language, link, names, replyTo: settings.replyTo };
  const awaited = CLAIMING.includes(kind) && kind !== 'reminder' && badge.claimedAt === null;
  return { mail, address: recipient.lookup, awaited };
}

/** Whether what the mail tells still is so. */
function isToBeTold({ kind }: BadgeMailRecord, { revoked, suspended, superseded, claimedAt }: AvailableCredential): boolean {
  switch (kind) {
    case 'withdrawn':
      return revoked !== null;
    case 'suspended':
      return revoked === null && suspended !== null;
    case 'reminder':
      return revoked === null && suspended === null && !superseded && claimedAt === null;
    default:
      return revoked === null && suspended === null && !superseded;
  }
}

interface Linked {
  readonly issuer: IssuerRecord;
  readonly badge: AvailableCredential;
  readonly recipient: RecipientRecord;
}

async function claimLink(deps: MailComposing, mail: BadgeMailRecord, { issuer, recipient }: Linked): Promise<string | null> {
  return deps.store.transaction(async (tx) => {
    const locked = await lockCredential(tx.credentials, mail);
    return locked.ok && isToBeTold(mail, locked.value) ? claimLinkOf(deps, tx, { mail, issuer, badge: locked.value, recipient }) : null;
  });
}

function openSealed(sealer: Sealer, { issuerId, id, sealed }: BadgeMailRecord): SealedMail | null {
  const plain = sealed === null ? null : sealer.open(JSON.parse(sealed), sealName(issuerId, id));
  return plain === null ? null : (JSON.parse(decodeUtf8(plain) ?? 'null') as SealedMail | null);
}
