import { encodeUtf8, equalBytes } from '@proofmark/primitives';
import type { BadgeMailRecord, IssuerRecord, RecipientRecord } from '../../store/index.js';
import type { AvailableCredential } from '../access/load-credential.js';
import { hashOf, newClaimToken, readClaimToken } from '../claims/claim-token.js';
import { insertClaimLink } from '../claims/create-claim-link.js';
import { hmacSha256 } from '../crypto.js';
import type { IdSource, Repositories } from '../ports.js';

export interface MailedLinks extends IdSource {
  readonly pepper: Uint8Array;
  readonly baseUrl: string;
}

interface Mailed {
  readonly mail: Pick<BadgeMailRecord, 'id'>;
  readonly issuer: IssuerRecord;
  readonly badge: AvailableCredential;
  readonly recipient: Pick<RecipientRecord, 'lookup'>;
}

/**
 * The claim link of a mail. Its secret follows from the mail and the secret of the service, so that a mail that is sent again carries the same one, and no
 * row holds it. Its use proves the address, where the badge was issued to the one to which the mail goes.
 */
export async function claimLinkOf(deps: MailedLinks, tx: Repositories, { mail, issuer, badge, recipient }: Mailed): Promise<string> {
  const bytes = hmacSha256(deps.pepper, encodeUtf8(`proofmark claim link of a mail 1\n${mail.id}`));
  const token = newClaimToken('claim', { bytes: (length) => bytes.subarray(0, length) }, issuer);
  const read = readClaimToken(token);
  if (read === null || (await tx.claimLinks.find(read)) === null) {
    const { lookup } = recipient;
    const provesAddress = lookup !== null && badge.recipientLookup !== null && equalBytes(lookup, badge.recipientLookup);
    await insertClaimLink(deps, tx, badge, { tokenHash: hashOf(token), provesAddress, party: 'service' });
  }
  return `${deps.baseUrl}/claim/${token}`;
}
