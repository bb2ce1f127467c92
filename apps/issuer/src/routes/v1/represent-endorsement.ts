import { credentialUrl, endorsementUrl, type JsonObject } from '@proofmark/schemas';
import type { Endorsement } from '@proofmark/schemas/api';
import { readEndorsement } from '../../issuing/endorsements/signed-endorsement.js';
import type { EndorsementRecord } from '../../issuing/records.js';

const NOBODY = { id: null, name: null, url: null };

export function representEndorsement(base: string, record: EndorsementRecord): Endorsement {
  const { id, credentialId, form, body, assessorId, createdAt } = record;
  const view = readEndorsement(record);
  return {
    id,
    credentialId,
    url: endorsementUrl(credentialUrl(base, credentialId), id),
    endorser: view?.endorser ?? NOBODY,
    comment: view?.comment ?? null,
    signedHere: assessorId !== null,
    createdAt: createdAt.toISOString(),
    credential: form === 'json' ? (JSON.parse(body) as JsonObject) : null,
    jwt: form === 'jwt' ? body : null,
  };
}
