import { createHmac, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { buildStatusList, createBits, encodeList, MIN_LIST_LENGTH, permutation, setBit } from '@proofmark/credentials';
import { nodeCrypto } from '@proofmark/platform/node';
import { formatInstant, type JsonObject } from '@proofmark/primitives';
import type { Signer } from '@proofmark/proofs';
import { signWithSuite } from '@proofmark/proofs/sign';

/** The status list of one instance, in memory. Its address is random, so that no other process gives out the same entries. Times are milliseconds since the epoch. */
export interface StatusList {
  readonly url: string;
  /** A status entry with an index that no other credential has; null when the list is full. `id` is the credential's, to find it again. */
  attach(id: string | null): JsonObject | null;
  /** Whether credentials of that id have entries; if so, the bit of each is written and the list signed anew. */
  set(id: string, value: boolean, now: number): Promise<boolean>;
  /** The signed list. */
  read(now: number): Promise<JsonObject>;
}

interface StatusListSettings {
  readonly did: string;
  readonly verificationMethod: string;
  readonly signer: Signer;
  readonly cryptosuite: string;
  /** The list's address without its own name. */
  readonly base: string;
}

const zip = promisify<Uint8Array, Uint8Array>(gzip);
const crypto = nodeCrypto();

export function statusListOf({ did, verificationMethod, signer, cryptosuite, base }: StatusListSettings): StatusList {
  const url = `${base}/${randomBytes(9).toString('base64url')}`;
  const permutationKey = randomBytes(32);
  const bits = createBits();
  const places = new Map<string, readonly number[]>();
  let taken = 0;
  let signed: Promise<JsonObject> | null = null;

  const sign = async (now: number): Promise<JsonObject> => {
    const encodedList = await encodeList(bits, (data) => zip(data));
    const document = buildStatusList({
      id: url,
      issuer: did,
      purpose: 'revocation',
      validFrom: now,
      encodedList,
    }) as unknown as JsonObject;
    const created = formatInstant(now);
    const suite = signer.algorithm === 'Ed25519' ? (cryptosuite === 'eddsa-jcs-2022' ? cryptosuite : 'eddsa-rdfc-2022') : 'ecdsa-rdfc-2019';
    const answer = await signWithSuite({ document, cryptosuite: suite, verificationMethod, created, signer, crypto });
    if (!answer.ok) throw new Error('a status list could not be signed');
    return answer.document;
  };

  const order = permutation((data) => createHmac('sha256', permutationKey).update(data).digest(), MIN_LIST_LENGTH);

  return {
    url,
    attach(id) {
      if (taken >= MIN_LIST_LENGTH) return null;
      const index = order(taken);
      taken += 1;
      if (id !== null) places.set(id, [...(places.get(id) ?? []), index]);
      const entry = { statusPurpose: 'revocation', statusListIndex: String(index), statusListCredential: url };
      return { id: `${url}#${index}`, type: 'BitstringStatusListEntry', ...entry };
    },
    async set(id, value, now) {
      const indices = places.get(id);
      if (indices === undefined) return false;
      for (const index of indices) setBit(bits, index, value);
      signed = sign(now);
      await signed;
      return true;
    },
    read(now) {
      signed ??= sign(now);
      return signed;
    },
  };
}
