import { buildStatusList, createBits, encodeList, setBit } from '@proofmark/credentials';
import { formatInstant } from '@proofmark/primitives';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { checkSchema, statusListUrl } from '@proofmark/schemas';
import type { IssuerRecord } from '../../store/index.js';
import { crypto, gzip } from '../crypto.js';
import { activeSigner } from '../issuers/signers.js';
import type { IdSource, KeyStore, Repositories } from '../ports.js';

/** How long a reader may keep a copy of a list, in milliseconds. */
const STATUS_LIST_TTL = 300_000;

/** What makes and signs status lists. */
export interface StatusLists extends IdSource {
  readonly keys: KeyStore;
  readonly baseUrl: string;
}

/** The place of a badge in a status list. */
export interface StatusPlace {
  readonly listId: number;
  readonly index: number;
}

/** Builds a list from its journal, signs it and stores it, in the caller's transaction; the caller holds the list's lock. */
export async function publishStatusList(
  deps: StatusLists,
  tx: Repositories,
  issuer: IssuerRecord,
  { listId, length, seq }: { readonly listId: number; readonly length: number; readonly seq: number },
): Promise<void> {
  const bits = createBits(length);
  for (const index of await tx.statusLists.setIndices(issuer.id, listId)) setBit(bits, index, true);
  await tx.signingKeys.lockForSigning(issuer.id);
  const now = deps.clock.now();
  const list = buildStatusList({
    id: statusListUrl(deps.baseUrl, issuer.slug, listId),
    issuer: issuer.did,
    purpose: 'revocation',
    validFrom: now.getTime(),
    ttl: STATUS_LIST_TTL,
    encodedList: await encodeList(bits, (data) => gzip(data)),
  });
  if (checkSchema(list, 'BitstringStatusListCredential', 'issue').violations.length > 0) throw new Error('a status list failed its schema');
  const { key, signer } = await activeSigner(deps.keys, tx.signingKeys, issuer.id, 'Ed25519', now);
  const created = formatInstant(now.getTime());
  const signed = await signDataIntegrity({
    credential: list,
    verificationMethod: key.verificationMethod,
    created,
    signer,
    crypto,
  });
  await tx.statusLists.saveDocument({
    issuerId: issuer.id,
    listId,
    seq,
    body: JSON.stringify(signed),
    signedAt: now,
    signingKeyId: key.id,
  });
}
