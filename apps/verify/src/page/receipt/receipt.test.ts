import { nodePorts } from '@proofmark/platform/node';
import { canonicalJson } from '@proofmark/proofs';
import { CHECK_IDS, type CheckId, type Json } from '@proofmark/schemas';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkReceipt } from './check-receipt.js';
import { RECEIPT_TYPE, type Receipt, STATEMENT } from './receipt.js';
import { signReceipt } from './sign-receipt.js';

const { tokens: port } = nodePorts();
const unsigned: Omit<Receipt, 'signature'> = {
  type: RECEIPT_TYPE,
  version: 1,
  statement: STATEMENT,
  made: '2026-11-22T10:00:00.000Z',
  checker: { name: 'Proofmark verification page', version: '0.1.0', address: 'https://checker.example/verify/' },
  badges: [
    {
      handedIn: { from: 'badge.json', sha256: 'ab'.repeat(32), bytes: 3000 },
      badge: { id: 'https://badges.example/1', name: 'Würde – 日本', issuer: 'did:web:badges.example' },
      verdict: 'do-not-rely',
      because: ['revoked'],
      checks: Object.fromEntries(CHECK_IDS.map((id) => [id, 'passed'])) as Record<CheckId, string>,
      work: ['https://git.example/1'],
      contacted: [],
      checkedAt: '2026-11-22T09:59:00.000Z',
    },
  ],
};
const newPair = async (): Promise<CryptoKeyPair> =>
  (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])) as CryptoKeyPair;
let pair: CryptoKeyPair;
let receipt: Receipt;
beforeAll(async () => {
  pair = await newPair();
  receipt = await signReceipt(unsigned, pair);
});
const check = async (json: unknown) => (await checkReceipt(typeof json === 'string' ? json : JSON.stringify(json), port)).outcome;

describe('a receipt', () => {
  it('is read as it was made, in any formatting of the JSON', async () => {
    expect(await checkReceipt(JSON.stringify(receipt, null, 4), port)).toMatchObject({
      outcome: 'unchanged',
      receipt,
      fingerprint: /^[\w-]{43}$/,
    });
    const turned = Object.fromEntries(Object.entries(receipt).reverse());
    expect(await check(turned)).toBe('unchanged');
  });

  it('is a detached JWS that jose takes', async () => {
    const { signature, ...signed } = receipt;
    const payload = Buffer.from(canonicalJson(signed as unknown as Json)).toString('base64url');
    const { jwk, alg } = decodeProtectedHeader(signature);
    expect(alg).toBe('ES256');
    expect(jwk).not.toHaveProperty('d');
    await expect(compactVerify(signature.replace('..', `.${payload}.`), await importJWK(jwk!, 'ES256'))).resolves.toBeDefined();
  });

  it('is altered when any text or number in it is changed', async () => {
    let count = 0;
    const visit = async (value: unknown, path: (change: unknown) => unknown): Promise<void> => {
      if (Array.isArray(value)) for (const [i, item] of value.entries()) await visit(item, (change) => path(value.with(i, change)));
      else if (typeof value === 'object' && value !== null)
        for (const [key, item] of Object.entries(value))
          if (key !== 'signature') await visit(item, (change) => path({ ...value, [key]: change }));
      if (typeof value === 'string' || typeof value === 'number') {
        count += 1;
        const changed = path(typeof value === 'string' ? `${value}x` : value + 1);
        expect(await check(changed), JSON.stringify(changed)).not.toBe('unchanged');
      }
    };
    await visit(receipt, (change) => change);
    expect(count).toBeGreaterThan(30);
    expect(await check({ ...receipt, badges: [] })).toBe('altered');
    expect(await check({ ...receipt, note: 'certified by Proofmark' })).toBe('altered');
  });

  it('is altered with the key or signature of another', async () => {
    const other = await signReceipt(unsigned, await newPair());
    const [header] = receipt.signature.split('..');
    expect(await check({ ...receipt, signature: `${header}..${other.signature.split('..')[1]}` })).toBe('altered');
    // The same words with another key are another's receipt; its fingerprint says so.
    const answers = await Promise.all([receipt, other].map((one) => checkReceipt(JSON.stringify(one), port)));
    expect(new Set(answers.map((answer) => 'fingerprint' in answer && answer.fingerprint)).size).toBe(2);
  });

  it.each([
    ['no JSON', '{"type":"ProofmarkReceipt"'],
    ['another type', { ...unsigned, type: 'Receipt', signature: 'a..b' }],
    ['no signature', unsigned],
    ['a token that is not detached', { ...unsigned, signature: 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA' }],
    ['no key', { ...unsigned, signature: `${Buffer.from('{"alg":"ES256"}').toString('base64url')}..AAAA` }],
    [
      'a private key',
      { ...unsigned, signature: `${Buffer.from('{"alg":"ES256","jwk":{"kty":"EC","d":"x"}}').toString('base64url')}..AAAA` },
    ],
  ])('is refused with %s', async (_, json) => {
    expect(await check(json)).toBe('malformed');
  });

  it.each([
    { version: 2 },
    { made: 5 },
    { checker: {} },
    { badges: {} },
    { badges: [{}] },
    { badges: [{ ...unsigned.badges[0], verdict: 'certified' }] },
    { badges: [{ ...unsigned.badges[0], handedIn: null }] },
    { badges: [{ ...unsigned.badges[0], checks: {} }] },
  ])('is refused when it is signed but has another form than ours (%j)', async (change) => {
    expect(await check(await signReceipt({ ...unsigned, ...change } as unknown as Receipt, pair))).toBe('malformed');
  });

  it('is refused with `none` or a shared secret as signature', async () => {
    for (const alg of ['none', 'HS256']) {
      const { jwk } = decodeProtectedHeader(receipt.signature);
      const header = Buffer.from(JSON.stringify({ alg, jwk })).toString('base64url');
      expect(await check({ ...receipt, signature: `${header}..${alg === 'none' ? '' : 'AAAA'}` })).not.toBe('unchanged');
    }
  });
});
