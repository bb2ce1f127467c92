import { writeRecordHead } from '@proofmark/credentials';
import { buildDidDocument, readDidDocument } from '@proofmark/proofs';
import { signIssuanceRecord } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import { namedEd25519Key } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { checkRecord } from './check-record.js';
import { type Look, openLook } from './look.js';

const DID = 'did:web:badges.example:issuers:acme';
const ENDPOINT = 'https://badges.example/issuers/acme/record';
const [badgeKey, recordKey, other] = ['acme', 'acme record', 'other'].map(namedEd25519Key) as [never, never, never];
const keyOf = (name: 'badge' | 'record', key: ReturnType<typeof namedEd25519Key>) => ({ id: `${DID}#${name}`, publicKey: key.publicKey });
const revoked = { revoked: '2026-11-27T00:00:00Z' };

function documentOf(standing: object = {}, record: object | null = {}): JsonObject {
  const own = { endpoint: ENDPOINT, keys: [keyOf('record', recordKey)], ...record };
  return buildDidDocument({ did: DID, keys: [{ ...keyOf('badge', badgeKey), ...standing }], ...(record === null ? {} : { record: own }) });
}

async function headOf(
  complete: Readonly<Record<string, number>> = {},
  key: ReturnType<typeof namedEd25519Key> = recordKey,
): Promise<string> {
  const lists = [{ list: 'https://badges.example/issuers/acme/status/1', files: `${ENDPOINT}/1` }];
  const payload = writeRecordHead({ iss: DID, iat: 1_800_000_000, lists, complete });
  return signIssuanceRecord(payload, { kid: `${DID}#record`, signer: key.signer });
}

async function findingsOf(
  json: JsonObject,
  body: string | null,
  headers: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' },
) {
  const look = openLook();
  const asking: Look = {
    ...look,
    ask: async (url, accept, purpose) => ({
      request: { url, accept, maxBytes: 1, for: purpose },
      fetched:
        body === null
          ? { ok: false, url, code: 'http-status', status: 404 }
          : { ok: true, url, status: 200, mediaType: 'application/jwt', etag: null, body: new TextEncoder().encode(body) },
      seen: { url, from: url, status: 200, headers } as never,
      reason: '',
    }),
  };
  const reading = readDidDocument(json, DID);
  if (!reading.ok) throw new Error(reading.code);
  const findings = await checkRecord(reading.document, json, asking);
  await look.ports.close();
  return findings.map(({ id, state }) => `${id} ${state}`);
}

describe('what the doctor says of the record of an issuer', () => {
  it('is nothing where the document names none', async () => {
    expect(await findingsOf(documentOf({}, null), null)).toEqual([]);
  });

  it('is that it can be asked, and answers for the keys that were revoked', async () => {
    expect(await findingsOf(documentOf(), await headOf())).toEqual(['record ok', 'record-complete ok']);
    expect(await findingsOf(documentOf(revoked), await headOf({ [`${DID}#badge`]: 1_800_000_000 }))).toEqual([
      'record ok',
      'record-complete ok',
    ]);
  });

  it('is a note as long as it does not answer for a key that was revoked', async () => {
    expect(await findingsOf(documentOf(revoked), await headOf())).toEqual(['record ok', 'record-complete note']);
  });

  it.each([
    ['it is not there', documentOf(), async () => null, ['record-missing problem']],
    ['another key signed it', documentOf(), () => headOf({}, other), ['record ok', 'record-signature problem']],
    [
      'its key was revoked',
      documentOf({}, { keys: [{ ...keyOf('record', recordKey), ...revoked }] }),
      headOf,
      ['record ok', 'record-signature problem'],
    ],
    ['it is no token', documentOf(), async () => '{}', ['record ok', 'record-signature problem']],
  ] as const)('is a problem when %s', async (_, json, body, found) => {
    expect(await findingsOf(json, await body())).toEqual(found);
  });

  it('is a problem when pages of other hosts cannot read it', async () => {
    expect(await findingsOf(documentOf(), await headOf(), {})).toEqual(['record-cors problem', 'record-complete ok']);
  });
});
