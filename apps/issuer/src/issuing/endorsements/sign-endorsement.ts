import { buildEndorsement } from '@proofmark/credentials';
import { formatInstant } from '@proofmark/primitives';
import { signPrepared } from '@proofmark/proofs/sign';
import { assessorDid, credentialUrl, endorsementUrl, type UnsignedCredential } from '@proofmark/schemas';
import type { Assessor } from '@proofmark/schemas/api';
import type { AvailableCredential } from '../access/load-credential.js';
import { prepareConforming } from '../conformance.js';
import { inRequest } from '../credentials/request-pointer.js';
import { crypto } from '../crypto.js';
import { newId } from '../identifiers.js';
import { activeSigner } from '../issuers/signers.js';
import type { IdSource, KeyStore, Store } from '../ports.js';
import type { RecipientHashes } from '../recipients/recipient.js';
import { done, type Result, refused } from '../result.js';
import type { NewEndorsement } from './endorse-credential.js';

export interface EndorsementSigning extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly recipients: RecipientHashes;
  readonly baseUrl: string;
}

/**
 * Signs what a named person says about a badge, with the issuer's key under an id of that person's own. It shows that the issuer says
 * that this person said it: the DID document of that id names the issuer as its controller.
 */
export async function signEndorsement(
  deps: EndorsementSigning,
  badge: AvailableCredential,
  assessor: Assessor,
  comment: string,
): Promise<Result<NewEndorsement>> {
  const { store, keys, recipients, baseUrl, clock } = deps;
  const issuer = await store.issuers.find(badge.issuerId);
  if (issuer === null) throw new Error('a badge has no issuer');
  // Before the key is looked up: a key that is replaced meanwhile signed nothing that is dated after its end.
  const at = clock.now();
  const { key, signer } = await activeSigner(keys, store.signingKeys, issuer.id, 'Ed25519', at);
  const lookup = assessor.email === undefined ? null : recipients.lookup(issuer.id, assessor.email);
  const known = lookup === null ? null : await store.endorsements.findAssessor(issuer.id, lookup);
  const person = { id: known ?? newId(deps), lookup };
  const did = assessorDid(issuer.did, person.id);
  const [id, about, now] = [newId(deps), credentialUrl(baseUrl, badge.id), at.getTime()];
  const { name } = JSON.parse(badge.signed.json) as UnsignedCredential;
  const unsigned = buildEndorsement({
    id: endorsementUrl(about, id),
    name: `Endorsement: ${name}`,
    endorser: { id: did, name: assessor.name, url: assessor.url },
    about,
    comment,
    validFrom: now,
    test: issuer.mode === 'test',
  });
  const conformance = await prepareConforming(unsigned, 'EndorsementCredential');
  if (!conformance.ok) {
    const faults = inRequest(conformance.faults, 'endorsement');
    return refused('credential-refused', 'The endorsement would not conform, so it was not signed.', faults);
  }
  const verificationMethod = `${did}${key.verificationMethod.slice(key.verificationMethod.indexOf('#'))}`;
  const { prepared } = conformance;
  const body = await signPrepared({ prepared, verificationMethod, created: formatInstant(now), signer, crypto });
  return done({ id, form: 'json', body, assessor: person });
}
