import { decodeBase64url, encodeBase64url, isObject, type Json, type JsonObject } from '@proofmark/primitives';
import { encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProof } from '../data-integrity/check-proof.js';
import { readProofs } from '../data-integrity/read-proofs.js';
import { newKey, nodeCrypto } from '../node-crypto.fixture.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { decodeCbor } from './decode-cbor.js';
import { RECORDED, RECORDED_KEY } from './recorded.fixture.js';
import { relabel } from './relabel.js';
import { derived, ephemeralBytesOf, issuerKey, outcomeOf, plainCredential, signed } from './sd.fixture.js';
import { readDerivedParts } from './value-parts.js';

const base = await signed(plainCredential());
const shown = await derived(base, ['/name', '/credentialSubject/identifier', '/credentialSubject/achievement', '/evidence']);
const value = String((shown.proof as JsonObject).proofValue);
const bytes = decodeBase64url(value.slice(1)) ?? new Uint8Array();
type Parts = [Uint8Array, Uint8Array, Uint8Array[], Map<number, Uint8Array>, number[]];

function withValue(proofValue: Json, document: JsonObject = shown): JsonObject {
  return { ...document, proof: { ...(document.proof as JsonObject), proofValue } };
}

/** The shown badge with some parts of its proof value exchanged. */
function withParts(change: (parts: Parts) => unknown): JsonObject {
  const parts = decodeCbor(bytes.subarray(3)) as unknown as Parts;
  return withValue(`u${encodeBase64url(Uint8Array.from([...bytes.subarray(0, 3), ...encode(change(parts))]))}`);
}

async function reason(document: JsonObject): Promise<string> {
  if (readProofs(document)?.[0]?.ok !== true) return 'no-proof';
  const outcome = await outcomeOf(document);
  return outcome.outcome === 'invalid' ? outcome.reason : outcome.outcome;
}

const flip = (data: Uint8Array, at = 10) => data.with(at, (data[at] ?? 0) ^ 1);

it('the untouched proof of this file is valid', async () => {
  expect(await outcomeOf(shown)).toEqual({ outcome: 'valid', selective: true });
  expect(await outcomeOf(withParts((parts) => parts))).toEqual({ outcome: 'valid', selective: true });
});

describe('a changed proof value', () => {
  it('is never valid with any one byte changed', async () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([at, mask]) => {
        const mutant = withValue(`u${encodeBase64url(bytes.with(at, (bytes[at] ?? 0) ^ mask))}`);
        expect(await reason(mutant)).toMatch(/^(?:proof-value|signature|unsupported)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is never valid when it is cut off or longer', async () => {
    for (const length of [0, 1, 2, 3, 4, 70, 200, bytes.length - 1]) {
      expect(await reason(withValue(`u${encodeBase64url(bytes.subarray(0, length))}`))).toBe('proof-value');
    }
    expect(await reason(withValue(`u${encodeBase64url(Uint8Array.from([...bytes, 0]))}`))).toBe('proof-value');
  });

  it.each<[string, Json]>([
    ['base58', `z${value.slice(1)}`],
    ['no prefix', value.slice(1)],
    ['padding', `${value}=`],
    ['white space', `${value} `],
    ['an array', [value]],
    ['a number', 1],
    ['null', null],
    ['nothing', ''],
    ['a lone u', 'u'],
  ])('is refused as %s', async (_, proofValue) => {
    expect(await reason(withValue(proofValue))).toBe('proof-value');
  });

  it('is not read at all beyond its limit', async () => {
    expect(await reason(withValue(`u${'A'.repeat(200_001)}`))).toBe('limit-exceeded');
  });
});

describe('a derived proof is invalid with a change of', () => {
  it('the issuer’s signature', async () => {
    expect(await reason(withParts(([b, ...rest]) => [flip(b), ...rest]))).toBe('signature');
    expect(await reason(withParts(([b, ...rest]) => [b.subarray(1), ...rest]))).toBe('proof-value');
    expect(await reason(withParts(([, ...rest]) => [new Uint8Array(64), ...rest]))).toBe('signature');
  });

  it('the ephemeral key', async () => {
    const other = newKey('ES256');
    const exchange = (key: Uint8Array) => withParts(([b, , ...rest]) => [b, key, ...rest]);
    expect(await reason(exchange(ephemeralBytesOf(other.publicKey)))).toBe('signature');
    expect(await reason(exchange(ephemeralBytesOf(issuerKey.publicKey)))).toBe('signature');
    expect(await reason(exchange(ephemeralBytesOf(newKey('Ed25519').publicKey)))).toBe('proof-value');
    expect(await reason(exchange(ephemeralBytesOf(newKey('ES384').publicKey)))).toBe('proof-value');
    expect(await reason(exchange(Uint8Array.from([0x80, 0x24, 2, ...Array(32).fill(0xff)])))).toBe('proof-value');
  });

  it('the ephemeral key to one of an attacker who signs every statement anew', async () => {
    const attacker = newKey('ES256');
    const changed = { ...shown, name: 'A better badge' };
    const reading = readDerivedParts(bytes);
    const quads = await canonicalise({ ...changed, proof: undefined } as unknown as JsonObject, 'SHA-256');
    if (!reading.ok || !quads.ok) throw new Error('not read');
    const labels = new Map([...reading.parts.labels].map(([number, label]) => [`c14n${number}`, `u${encodeBase64url(label)}`]));
    const lines = relabel(quads.nquads, labels);
    if (!lines.ok) throw new Error(lines.code);
    const others = lines.statements.filter((_, i) => !reading.parts.mandatoryIndexes.has(i));
    const signatures = await Promise.all(others.map((line) => attacker.signer.sign(Buffer.from(line))));
    const forged = withParts(([b, , , ...rest]) => [b, ephemeralBytesOf(attacker.publicKey), signatures, ...rest]);
    expect(await reason({ ...forged, name: 'A better badge' })).toBe('signature');
    expect(await reason({ ...shown, name: 'A better badge' })).toBe('signature');
  });

  it('the signatures of the statements', async () => {
    const exchange = (change: (list: Uint8Array[]) => Uint8Array[]) => withParts(([b, k, list, ...rest]) => [b, k, change(list), ...rest]);
    expect(await reason(exchange((list) => list.slice(1)))).toBe('signature-count');
    expect(await reason(exchange((list) => [...list, list[0] as Uint8Array]))).toBe('signature-count');
    expect(await reason(exchange((list) => [...list].reverse()))).toBe('signature');
    expect(await reason(exchange(() => []))).toBe('signature-count');
    expect(await reason(exchange((list) => list.with(3, list[4] as Uint8Array)))).toBe('signature');
    expect(await reason(exchange((list) => list.with(3, new Uint8Array(63))))).toBe('proof-value');
    for (const i of decodedSignatures().keys()) {
      expect(await reason(exchange((list) => list.with(i, flip(list[i] as Uint8Array))))).toBe('signature');
    }
  });

  it('the labels', async () => {
    const exchange = (change: (map: Map<number, Uint8Array>) => Map<number, Uint8Array>) =>
      withParts(([b, k, s, map, indexes]) => [b, k, s, change(map), indexes]);
    expect(await reason(exchange((map) => new Map([...map].slice(1))))).toBe('signature');
    expect(await reason(exchange((map) => new Map([...map].map(([key, label]) => [key + 1, label]))))).toBe('signature');
    expect(await reason(exchange((map) => new Map([...map].map(([key, label]) => [key, flip(label)]))))).toBe('signature');
    expect(await reason(exchange((map) => new Map([...map].map(([key, label]) => [key, label.subarray(1)]))))).toBe('proof-value');
    const turned = (map: Map<number, Uint8Array>) =>
      new Map([...map.keys()].map((key, i, keys) => [key, map.get(keys.at(i - 1) ?? 0) as Uint8Array]));
    expect(await reason(exchange(turned))).toBe('signature');
    expect(await reason(exchange(() => new Map()))).toBe('signature');
  });

  it('the labels so that one signed node is shown as two', async () => {
    const one = withParts(([b, k, s, map, indexes]) => [
      b,
      k,
      s,
      new Map([...map.keys()].map((key) => [key, map.get(0) as Uint8Array])),
      indexes,
    ]);
    expect(await reason(one)).toBe('proof-value');
  });

  it('the indexes of the mandatory statements', async () => {
    const exchange = (change: (list: number[]) => number[]) => withParts(([b, k, s, m, list]) => [b, k, s, m, change(list)]);
    expect(await reason(exchange((list) => [...list, list[0] as number]))).toBe('proof-value');
    expect(await reason(exchange((list) => list.slice(1)))).toBe('signature-count');
    expect(await reason(exchange((list) => [...list, 100_000]))).toBe('signature');
    expect(await reason(exchange(() => []))).toBe('signature-count');
    expect(await reason(exchange((list) => list.map((index) => index + 1)))).toBe('signature');
    expect(await reason(withParts(([b, k, s, m, list]) => [b, k, s, m, list.map(String)]))).toBe('proof-value');
  });

  it('the number and kinds of these parts', async () => {
    expect(await reason(withParts(([b, k, s, m]) => [b, k, s, m]))).toBe('proof-value');
    expect(await reason(withParts((parts) => [...parts, 0]))).toBe('proof-value');
    expect(await reason(withParts(([b, k, s, , indexes]) => [b, k, s, [], indexes]))).toBe('proof-value');
    expect(await reason(withParts(([b, k]) => [b, k, b, k, b]))).toBe('proof-value');
    expect(await reason(withParts(() => new Map()))).toBe('proof-value');
  });
});

describe('a changed document', () => {
  it('is never valid in any one place', async () => {
    let count = 0;
    for (const mutant of mutants(shown)) {
      count++;
      expect(await reason(mutant as JsonObject), JSON.stringify(mutant)).not.toBe('valid');
    }
    expect(count).toBeGreaterThan(80);
  });

  it('cannot be a mix of two badges of one issuer', async () => {
    const other = await derived(await signed(plainCredential({ name: 'Other' })), ['/name']);
    expect(await reason({ ...shown, name: 'Other' })).toBe('signature');
    expect(await reason({ ...shown, proof: other.proof as Json })).toBe('signature');
    expect(await reason({ ...other, validUntil: '2098-01-01T00:00:00Z' })).toBe('signature');
  });

  it('cannot withhold what is mandatory', async () => {
    for (const member of ['issuer', 'validFrom', 'validUntil', 'credentialStatus', 'credentialSubject']) {
      const { [member]: _, ...rest } = shown;
      expect(await reason(rest), member).toMatch(/^signature(?:-count)?$/);
    }
  });

  it('is not valid with a text that looks like a label', async () => {
    const [, shownText] = RECORDED.find(([special]) => special === 'a text that looks like a label') ?? [];
    const changed = { ...shownText, name: 'x _:two y' } as JsonObject;
    expect(await outcomeOf(changed, RECORDED_KEY)).toEqual({ outcome: 'invalid', reason: 'signature' });
  });
});

describe('checkProof of a derived proof', () => {
  it('refuses another key of the issuer, or one of another kind', async () => {
    expect(await outcomeOf(shown, newKey('ES256').publicKey)).toEqual({ outcome: 'invalid', reason: 'signature' });
    for (const algorithm of ['Ed25519', 'ES384', 'RS256'] as const) {
      expect(await outcomeOf(shown, newKey(algorithm).publicKey)).toEqual({ outcome: 'invalid', reason: 'key-type' });
    }
  });

  it('is undecided on a host that cannot check', async () => {
    const [reading] = readProofs(shown) ?? [];
    if (!reading?.ok) throw new Error('no proof');
    const question = { document: shown, proof: reading.proof, key: issuerKey.publicKey, canonicalise };
    const unable = { ...nodeCrypto, verify: () => null };
    expect(await checkProof({ ...question, crypto: unable })).toEqual({ outcome: 'unsupported', reason: 'host' });
  });
});

function decodedSignatures(): Uint8Array[] {
  return (decodeCbor(bytes.subarray(3)) as unknown as Parts)[2];
}

/** Every variant of the document that differs from it in one value or lacks one member; the proof value has its own tests. */
function* mutants(json: Json): Generator<Json> {
  if (typeof json === 'string') yield `${json}x`;
  else if (Array.isArray(json)) {
    for (const [i, item] of json.entries()) {
      yield json.filter((_, j) => j !== i);
      for (const mutant of mutants(item)) yield json.with(i, mutant);
    }
  } else if (isObject(json)) {
    for (const [name, member] of Object.entries(json)) {
      yield Object.fromEntries(Object.entries(json).filter(([other]) => other !== name));
      for (const mutant of mutants(member as Json)) yield { ...json, [name]: mutant };
    }
    yield { ...json, description: 'added' };
  }
}
