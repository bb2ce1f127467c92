import { decodeBase58, encodeBase58, isObject, type Json, type JsonObject, sameJson } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { libraryIssue, methodIdOf } from '../library.fixture.js';
import { ed25519Key, newKey, nodeCrypto } from '../node-crypto.fixture.js';
import type { PublicKey } from '../ports.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { signDataIntegrity } from '../signing/sign-data-integrity.js';
import { checkProof } from './check-proof.js';
import { readProofs } from './read-proofs.js';

const key = ed25519Key(7);
const signing = { credential: credential(), verificationMethod: methodIdOf(key), created: '2026-01-02T03:04:05Z', signer: key.signer };
const rdfc = await signDataIntegrity(signing);
const jcs = await libraryIssue(credential(), 'eddsa-jcs-2022', key);

async function outcome(document: JsonObject, publicKey: PublicKey = key.publicKey): Promise<string> {
  const [reading] = readProofs(document) ?? [];
  if (!reading?.ok) return 'no proof';
  const answer = await checkProof({ document, proof: reading.proof, key: publicKey, crypto: nodeCrypto, canonicalise });
  return answer.outcome === 'invalid' ? answer.reason : answer.outcome;
}

/** Every variant of a JSON value that differs from it in one place. */
function* mutants(value: Json): Generator<Json> {
  if (typeof value === 'string') {
    yield `${value} `;
    yield value.slice(1);
    yield [...value].map((c, i) => (i === 0 ? (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase()) : c)).join('');
  } else if (typeof value === 'boolean') yield !value;
  else if (typeof value === 'number') yield value + 1;
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      yield value.filter((_, j) => j !== i);
      for (const mutant of mutants(item)) yield value.with(i, mutant);
    }
    yield [...value, 'https://evil.example/more'];
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const rest = Object.entries(value).filter(([other]) => other !== name);
      yield Object.fromEntries(rest);
      yield Object.fromEntries([...rest, [`${name}x`, member]]);
      for (const mutant of mutants(member as Json)) yield { ...value, [name]: mutant };
    }
    yield { ...value, description: 'added' };
  }
}

describe.each([
  ['eddsa-rdfc-2022', rdfc],
  ['eddsa-jcs-2022', jcs],
])('a changed badge with an %s proof', (_, signed) => {
  it('is not valid with a change in any one place', async () => {
    expect(await outcome(signed)).toBe('valid');
    let count = 0;
    for (const mutant of mutants(signed)) {
      if (sameJson(mutant, signed)) continue;
      count++;
      expect(await outcome(mutant as JsonObject), JSON.stringify(mutant)).not.toBe('valid');
    }
    expect(count).toBeGreaterThan(200);
  });

  it('is not valid with a change of any one byte of its text', async () => {
    const text = new TextEncoder().encode(JSON.stringify(signed));
    const change = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0x20, max: 0x7e }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, byte]) => {
        const parsed = parse(text.with(at, byte));
        if (parsed === null || sameJson(parsed, signed)) return;
        expect(await outcome(parsed)).not.toBe('valid');
      }),
      { numRuns: 150 },
    );
  });
});

describe('the proof value', () => {
  const proof = rdfc.proof as JsonObject;
  const value = String(proof.proofValue);
  const bytes = decodeBase58(value.slice(1)) ?? new Uint8Array();

  it.each<[string, Json]>([
    ['base64url', `u${Buffer.from(bytes).toString('base64url')}`],
    ['base16', `f${Buffer.from(bytes).toString('hex')}`],
    ['no prefix', value.slice(1)],
    ['a lone z', 'z'],
    ['a lone u', 'u'],
    ['nothing', ''],
    ['a leading zero byte', `z1${value.slice(1)}`],
    ['a trailing byte', `z${encodeBase58(Uint8Array.from([...bytes, 0]))}`],
    ['white space', `${value} `],
    ['an array', [value]],
    ['a number', 1],
    ['ten thousand characters', `z${'1'.repeat(10_000)}`],
  ])('is refused as %s', async (_, proofValue) => {
    expect(await outcome({ ...rdfc, proof: { ...proof, proofValue } })).toBe('proof-value');
  });

  it('is refused when it is absent or all zeros', async () => {
    const { proofValue: _, ...rest } = proof;
    expect(await outcome({ ...rdfc, proof: rest })).toBe('proof-value');
    expect(await outcome({ ...rdfc, proof: { ...proof, proofValue: `z${'1'.repeat(64)}` } })).toBe('signature');
  });
});

describe('checkProof, with a key or suite that does not fit', () => {
  it('refuses a P-256 or RSA key for an EdDSA suite', async () => {
    expect(await outcome(rdfc, newKey('ES256').publicKey)).toBe('key-type');
    expect(await outcome(jcs, newKey('RS256').publicKey)).toBe('key-type');
  });

  it('refuses a key that names another algorithm than its own', async () => {
    expect(await outcome(rdfc, { algorithm: 'Ed25519', jwk: newKey('ES256').publicKey.jwk })).toBe('signature');
  });

  it('refuses another suite with the same signature', async () => {
    for (const cryptosuite of ['eddsa-jcs-2022', 'eddsa-2022']) {
      expect(await outcome({ ...rdfc, proof: { ...(rdfc.proof as JsonObject), cryptosuite } })).toBe('signature');
    }
    const older = { ...rdfc, proof: { ...(rdfc.proof as JsonObject), type: 'Ed25519Signature2020' } };
    expect(await outcome(older)).not.toBe('valid');
  });
});

describe('checkProof, with hostile contexts', () => {
  it('refuses a JCS proof whose context is not the beginning of the document’s', async () => {
    const contexts = jcs['@context'] as string[];
    expect(await outcome({ ...jcs, '@context': [...contexts].reverse() })).toBe('context');
    expect(await outcome({ ...jcs, '@context': contexts.slice(0, 1) })).toBe('context');
  });

  it('does not support a proof that renames its own members', async () => {
    const renaming = { '@context': [{ until: 'https://w3id.org/security#expiration' }] };
    expect(await outcome({ ...rdfc, proof: { ...(rdfc.proof as JsonObject), ...renaming } })).toBe('unsupported');
  });

  it('refuses a document without a statement to sign', async () => {
    const empty = { '@context': { '@vocab': null }, proof: { ...(rdfc.proof as JsonObject) } } as unknown as JsonObject;
    expect(await outcome(empty)).not.toBe('valid');
  });
});

function parse(bytes: Uint8Array): JsonObject | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
