import { AUTHORSHIP_FILES, authorshipPlaces, SITE_AUTHORSHIP_FILE } from '@proofmark/evidence';
import type { CreateChallenge, EvidenceChallenge } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { issuerOfBody } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, invalid, type Result } from '../result.js';
import { challengeTexts, SSH_NAMESPACE } from './challenge-texts.js';

export interface ChallengeMaking {
  readonly store: Pick<Store, 'issuers'>;
  readonly recipients: RecipientHashes;
  /** The service's address is loopback: plain http to loopback may be named. */
  readonly local: boolean;
}

/** The texts by which a recipient shows that work is theirs. Nothing is stored. */
export async function createEvidenceChallenge(
  deps: ChallengeMaking,
  { actor, input }: Request<CreateChallenge>,
): Promise<Result<EvidenceChallenge>> {
  const issuer = await issuerOfBody(deps.store.issuers, actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const { id: issuerId } = issuer.value;
  const { email, did = '' } = input.recipient;
  const lookup = email === undefined ? null : deps.recipients.lookup(issuerId, email);
  const texts = challengeTexts(deps.recipients, issuerId, { lookup, badge: { id: did } });
  if (texts === null) throw new TypeError('a recipient has an address or a DID');
  const places = input.url === undefined ? [] : authorshipPlaces(input.url, { allowLoopback: deps.local });
  if (input.url !== undefined && places.length === 0)
    return invalid('/url', 'not-allowed', 'cannot be evidence: give a public https address');
  return done({
    signature: {
      text: texts.signature,
      namespace: SSH_NAMESPACE,
      command: `printf %s '${texts.signature}' | ssh-keygen -Y sign -n ${SSH_NAMESPACE} -f ~/.ssh/id_ed25519`,
    },
    places: places.map((place) => ({
      is: place.is,
      place: place.name,
      text: texts.textFor(place),
      files: place.is === 'site' ? [place.name + SITE_AUTHORSHIP_FILE] : AUTHORSHIP_FILES,
    })),
  });
}
