import { buildStatusList, createBits, encodeList, setBit } from '@proofmark/credentials';
import { formatInstant } from '@proofmark/primitives';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import { checkSchema, statusListUrl, suspensionListUrl } from '@proofmark/schemas';
import type { IssuerRecord, LockedList, StatusListKey, StatusPurpose } from '../../store/index.js';
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

/** A list that is to be signed. */
export interface UnpublishedList {
  readonly listId: number;
  readonly length: number;
  /** The last journal entry that it contains; 0 for none. */
  readonly seq: number;
  readonly purpose?: StatusPurpose;
  /** Its bits; null when they are to be made from the journal. */
  readonly bits?: Uint8Array | null;
  /** Whether it has a list of suspensions beside it, which it then names. */
  readonly suspensions?: boolean;
}

/** Signs a list and stores it with its bits, in the caller's transaction; the caller holds the list's lock. */
export async function publishStatusList(
  deps: StatusLists,
  tx: Repositories,
  issuer: IssuerRecord,
  { listId, length, seq, purpose = 'revocation', bits = null, suspensions = false }: UnpublishedList,
): Promise<void> {
  const set = bits ?? (await bitsOfJournal(tx, { issuerId: issuer.id, listId, purpose }, length));
  await tx.signingKeys.lockForSigning(issuer.id);
  const now = deps.clock.now();
  const revocationList = statusListUrl(deps.baseUrl, issuer.slug, listId);
  const list = buildStatusList({
    id: purpose === 'revocation' ? revocationList : suspensionListUrl(revocationList),
    issuer: issuer.did,
    purpose,
    validFrom: now.getTime(),
    ttl: STATUS_LIST_TTL,
    encodedList: await encodeList({ length, bytes: set }, (data) => gzip(data)),
    ...(suspensions && purpose === 'revocation' ? { suspensionList: suspensionListUrl(revocationList) } : {}),
  });
  if (checkSchema(list, 'BitstringStatusListCredential', 'issue').violations.length > 0) throw new Error('a status list failed its schema');
  const { key, signer } = await activeSigner(deps.keys, tx.signingKeys, issuer.id, 'Ed25519', now);
  const signed = await signDataIntegrity({
    credential: list,
    verificationMethod: key.verificationMethod,
    created: formatInstant(now.getTime()),
    signer,
    crypto,
  });
  await tx.statusLists.saveDocument({
    ...{ issuerId: issuer.id, listId, purpose },
    seq,
    bits: set,
    body: JSON.stringify(signed),
    signedAt: now,
    signingKeyId: key.id,
  });
}

/** The bits of a list as the journal has them. */
export async function bitsOfJournal(
  tx: Pick<Repositories, 'statusLists'>,
  { issuerId, listId, purpose }: StatusListKey,
  length: number,
): Promise<Uint8Array> {
  const bits = createBits(length);
  for (const index of await tx.statusLists.setIndices(issuerId, listId, purpose)) setBit(bits, index, true);
  return bits.bytes;
}

/** Signs the lists of a number as they are, of both purposes, with the present key. The caller holds the lock. */
export async function publishAnew(
  deps: StatusLists,
  tx: Repositories,
  issuer: IssuerRecord,
  listId: number,
  { length, revocation, suspension }: LockedList,
): Promise<void> {
  const suspensions = suspension !== null;
  await publishStatusList(deps, tx, issuer, { listId, length, ...revocation, suspensions });
  if (suspensions) await publishStatusList(deps, tx, issuer, { listId, length, ...suspension, purpose: 'suspension' });
}
