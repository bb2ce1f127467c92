import { encodeUtf8 } from '@proofmark/primitives';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Repositories, Sealer } from '../ports.js';
import { opened } from './known-recipient.js';
import type { RecipientHashes } from './recipient.js';

/** What a mail says of whom nothing else is left. */
export interface SealedMail {
  readonly to: string;
  readonly language: string;
  readonly names: { readonly learner: string | null; readonly badge: string; readonly issuer: string };
  readonly replyTo: string | null;
}

/** What a sealed mail is bound to. */
export function sealName(issuerId: string, mailId: string): readonly string[] {
  return ['badge mail', issuerId, mailId];
}

export interface ErasedTelling extends IdSource {
  readonly recipients: Pick<RecipientHashes, 'openEmail'>;
  readonly sealer: Sealer;
}

/** Whose data are erased, and a badge of theirs that is. */
export interface ErasedPerson {
  readonly issuerId: string;
  readonly recipientId: string | null;
  readonly credentialId: string | null;
}

/** Asked before a person, or a badge of theirs, is erased in a transaction; what it answers is done after that. */
export type TellErased = (tx: Repositories, person: ErasedPerson) => Promise<() => Promise<void>>;

const NOTHING = async (): Promise<void> => undefined;

/** Orders the mail that says that data were erased. Its address, of which nothing else is left then, is sealed in it until it was sent. */
export async function tellErased(
  deps: ErasedTelling,
  tx: Repositories,
  { issuerId, recipientId, credentialId }: ErasedPerson,
): Promise<() => Promise<void>> {
  const settings = recipientId === null || credentialId === null ? null : await tx.mailSettings.find(issuerId);
  if (settings === null || !settings.erased || recipientId === null || credentialId === null) return NOTHING;
  const [issuer, recipient] = [await tx.issuers.find(issuerId), await tx.recipients.find(issuerId, recipientId)];
  const known = recipient === null ? null : opened(deps.recipients, recipient);
  if (issuer === null || known === null || known.email === null) return NOTHING;
  const id = newPublicId(deps, issuer);
  const mail: SealedMail = {
    to: known.email,
    language: known.language ?? settings.language,
    names: { learner: known.name, badge: '', issuer: issuer.name },
    replyTo: settings.replyTo,
  };
  const { sealed } = deps.sealer.seal(encodeUtf8(JSON.stringify(mail)), sealName(issuerId, id));
  return () =>
    tx.badgeMails.insert(issuerId, [{ id, credentialId, kind: 'erased', eventId: null }], deps.clock.now(), JSON.stringify(sealed));
}
