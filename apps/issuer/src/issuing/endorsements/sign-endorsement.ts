import { buildEndorsement, type EndorsementInput } from '@proofmark/credentials';
import { formatInstant } from '@proofmark/primitives';
import { signPrepared } from '@proofmark/proofs/sign';
import { assessorDid, credentialUrl, endorsementUrl, type UnsignedCredential } from '@proofmark/schemas';
import type { Assessor } from '@proofmark/schemas/api';
import type { NewAssessor } from '../../store/index.js';
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

/** Somebody who has signed in, and proved to this service that the address is theirs. The address itself enters no endorsement: its domain does. */
export interface ProvenAssessor {
  readonly personId: string;
  readonly name: string;
  /** Canonical. */
  readonly provenEmail: string;
}

/**
 * Signs what a person says about a badge, with the issuer's key under an id of that person's own. Of somebody whom the issuer named it shows that the issuer
 * says that this person said it: the DID document of that id names the issuer as its controller. Of somebody who has signed in, it says which address they proved.
 */
export async function signEndorsement(
  deps: EndorsementSigning,
  badge: AvailableCredential,
  assessor: Assessor | ProvenAssessor,
  comment: string,
): Promise<Result<NewEndorsement>> {
  const { store, keys, baseUrl, clock } = deps;
  const issuer = await store.issuers.find(badge.issuerId);
  if (issuer === null) throw new Error('a badge has no issuer');
  // Before the key is looked up: a key that is replaced meanwhile signed nothing that is dated after its end.
  const at = clock.now();
  const { key, signer } = await activeSigner(keys, store.signingKeys, issuer.id, 'Ed25519', at);
  const person = await known(deps, issuer.id, assessor);
  const did = assessorDid(issuer.did, person.id);
  const [id, about, now] = [newId(deps), credentialUrl(baseUrl, badge.id), at.getTime()];
  const { name } = JSON.parse(badge.signed.json) as UnsignedCredential;
  const unsigned = buildEndorsement({
    id: endorsementUrl(about, id),
    name: `Endorsement: ${name}`,
    endorser: { id: did, ...profileOf(assessor) },
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

function profileOf(assessor: Assessor | ProvenAssessor): Omit<EndorsementInput['endorser'], 'id'> {
  const { name } = assessor;
  if (!('personId' in assessor)) return { name, url: assessor.url };
  return { name, provenEmailDomain: assessor.provenEmail.slice(assessor.provenEmail.lastIndexOf('@') + 1) };
}

/** The same assessor as before, or a new one. A name that was typed in never leads to the assessor that somebody is who has signed in. */
async function known(
  deps: Pick<EndorsementSigning, 'store' | 'recipients' | keyof IdSource>,
  issuerId: string,
  assessor: Assessor | ProvenAssessor,
): Promise<NewAssessor> {
  const { endorsements } = deps.store;
  if ('personId' in assessor) {
    const { personId } = assessor;
    return { id: (await endorsements.findAssessorOfPerson(issuerId, personId)) ?? newId(deps), lookup: null, personId };
  }
  const lookup = assessor.email === undefined ? null : deps.recipients.lookup(issuerId, assessor.email);
  const found = lookup === null ? null : await endorsements.findAssessor(issuerId, lookup);
  return { id: found ?? newId(deps), lookup, personId: null };
}
