import type { AuthorshipPlace } from '@proofmark/evidence';
import type { PreparedRecipient, RecipientHashes } from '../recipients/recipient.js';

/** The namespace of SSH signatures of a challenge. */
export const SSH_NAMESPACE = 'proofmark';

/** Texts that this service alone can make, each for one recipient of one issuer. They say nothing of the person to anybody else. */
export interface ChallengeTexts {
  /** To be signed. */
  readonly signature: string;
  /** To be put into a repository or on a site. It is valid for that place alone, so a copy of the file elsewhere proves nothing. */
  textFor(place: AuthorshipPlace): string;
}

/** Makes the texts of a recipient: keyed hashes, so that nothing has to be stored. Null for a recipient with neither address nor DID. */
export function challengeTexts(
  recipients: Pick<RecipientHashes, 'keyedHash'>,
  issuerId: string,
  { lookup, badge }: Pick<PreparedRecipient, 'lookup'> & { readonly badge: { readonly id: string } },
): ChallengeTexts | null {
  const who = lookup !== null ? `lookup ${Buffer.from(lookup).toString('hex')}` : badge.id.startsWith('did:') ? badge.id : null;
  if (who === null) return null;
  const make = (purpose: string): string => {
    const hash = recipients.keyedHash(`proofmark challenge\n${issuerId}\n${who}\n${purpose}`);
    return `proofmark-challenge=${Buffer.from(hash).toString('base64url')}`;
  };
  return { signature: make('signature'), textFor: ({ is, name }) => make(`${is} ${name}`) };
}
