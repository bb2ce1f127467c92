import { buildStatusList, createBits, encodeList, type StatusBits, type StatusListInput, setBit } from '@proofmark/credentials';
import type { JsonObject } from '@proofmark/primitives';
import { gzipSync } from 'fflate';
import { having, type Signing, signed } from './badges.js';
import { OTHER, otherKey, SCHOOL } from './issuers.js';

/** Status lists of the school: index 5 of the revocation list and index 7 of the suspension list are set. */
export const REVOCATIONS = 'https://school.example/status/1';
export const SUSPENSIONS = 'https://school.example/status/2';
export const ENDED_LIST = 'https://school.example/status/ended';
export const ALTERED_LIST = 'https://school.example/status/altered';
export const SHORT_LIST = 'https://school.example/status/short';
export const FOREIGN_LIST = 'https://other.example/status/1';

// fflate gives the same bytes on every machine; zlib does not.
const gzip = (data: Uint8Array): Uint8Array => gzipSync(data, { mtime: 0 });

async function list(
  id: string,
  set: readonly number[],
  more: Partial<StatusListInput> = {},
  signing: Signing = {},
  bits: StatusBits = createBits(),
): Promise<JsonObject> {
  for (const index of set) setBit(bits, index, true);
  const encodedList = await encodeList(bits, gzip);
  const built = buildStatusList({
    id,
    issuer: SCHOOL,
    purpose: 'revocation',
    validFrom: Date.parse('2026-11-01T00:00:00Z'),
    encodedList,
    ...more,
  });
  return signed(built as unknown as JsonObject, signing);
}

/** Every list by its address. */
export async function statusLists(): Promise<Readonly<Record<string, JsonObject>>> {
  const altered = await list(ALTERED_LIST, [5]);
  const clear = await list(ALTERED_LIST, []);
  return {
    [REVOCATIONS]: await list(REVOCATIONS, [5]),
    [SUSPENSIONS]: await list(SUSPENSIONS, [7], { purpose: 'suspension' }),
    [ENDED_LIST]: await list(ENDED_LIST, [], { validUntil: Date.parse('2027-01-01T00:00:00Z') }),
    // The list with a set bit, in which the bits of a clear one were put.
    [ALTERED_LIST]: having(altered, { credentialSubject: clear.credentialSubject }),
    [SHORT_LIST]: await list(SHORT_LIST, [], {}, {}, { bytes: new Uint8Array(128), length: 1024 }),
    [FOREIGN_LIST]: await list(FOREIGN_LIST, [5], { issuer: OTHER }, { key: otherKey, method: `${OTHER}#key` }),
  };
}
