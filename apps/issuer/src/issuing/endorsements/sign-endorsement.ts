import { buildEndorsement } from '@proofmark/credentials';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { assessorDid, credentialUrl, endorsementUrl, formatInstant, type UnsignedCredential } from '@proofmark/schemas';
import type { Assessor } from '@proofmark/schemas/api';
import { conformanceFaults } from '../credentials/conformance.js';
import { newId } from '../identifiers.js';
import type { IssuingDeps } from '../ports.js';
import { recipientLookup } from '../recipients/recipient.js';
import type { CredentialRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { NewEndorsement } from './endorse-credential.js';

/**
 * Signs what a named person says about a badge, with the issuer's key under an id of that person's own. It shows that the issuer says
 * that this person said it: the DID document of that id names the issuer as its controller.
 */
export async function signEndorsement(
  deps: IssuingDeps,
  badge: CredentialRecord,
  assessor: Assessor,
  comment: string,
): Promise<Result<NewEndorsement>> {
  const { store, baseUrl, clock, crypto } = deps;
  const [issuer, key] = await Promise.all([store.issuers.find(badge.issuerId), store.signingKeys.active(badge.issuerId, 'Ed25519')]);
  const signer = key === null ? null : await deps.keys.signer(key.id);
  if (issuer === null || key === null || signer === null) throw new Error('an issuer lacks the key that signs its badges');
  const lookup = assessor.email === undefined ? null : recipientLookup(deps, issuer.id, assessor.email);
  const known = lookup === null ? null : await store.endorsements.findAssessor(issuer.id, lookup);
  const person = { id: known ?? newId(deps), lookup };
  const did = assessorDid(issuer.did, person.id);
  const [id, about, now] = [newId(deps), credentialUrl(baseUrl, badge.id), clock.now().getTime()];
  const { name } = JSON.parse(badge.unsigned) as UnsignedCredential;
  const unsigned = buildEndorsement({
    id: endorsementUrl(about, id),
    name: `Endorsement: ${name}`,
    endorser: { id: did, name: assessor.name, url: assessor.url },
    about,
    comment,
    validFrom: now,
    test: issuer.mode === 'test',
  });
  const faults = await conformanceFaults(unsigned, 'EndorsementCredential', crypto);
  if (faults.length > 0) return refused('credential-refused', 'The endorsement would not conform, so it was not signed.', faults);
  const verificationMethod = `${did}${key.verificationMethod.slice(key.verificationMethod.indexOf('#'))}`;
  const signed = await signDataIntegrity({ credential: unsigned, verificationMethod, created: formatInstant(now), signer, crypto });
  return done({ id, form: 'json', body: JSON.stringify(signed), assessor: person });
}
