import { MARK_FILES, markPlaces, SITE_MARK } from '@proofmark/evidence';
import type { CreateChallenge, EvidenceChallenge } from '@proofmark/schemas/api';
import { isAdmin, lacks, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import { recipientLookup } from '../recipients/recipient.js';
import { done, invalid, type Result } from '../result.js';
import { challengeTexts, SSH_NAMESPACE } from './challenge-texts.js';

/** The texts by which a recipient shows that work is theirs. Nothing is stored. Scope `credentials:write`. */
export async function giveChallenge(deps: IssuingDeps, { actor, input }: Request<CreateChallenge>): Promise<Result<EvidenceChallenge>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const issuerId = input.issuerId ?? actor.issuerId;
  if (issuerId === null) return invalid('/issuerId', 'required', 'is needed when an admin key asks');
  const issuer = isAdmin(actor) || issuerId === actor.issuerId ? await deps.store.issuers.find(issuerId) : null;
  if (issuer === null) return invalid('/issuerId', 'no-such-value', 'names no issuer of yours');
  const { email, did = '' } = input.recipient;
  const lookup = email === undefined ? null : recipientLookup(deps, issuerId, email);
  const texts = challengeTexts(deps, issuerId, { lookup, badge: { id: did } });
  if (texts === null) throw new TypeError('a recipient has an address or a DID');
  const places = input.url === undefined ? [] : markPlaces(input.url, { allowLoopback: deps.local });
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
      files: place.is === 'site' ? [place.name + SITE_MARK] : MARK_FILES,
    })),
  });
}
