import { createHash } from 'node:crypto';
import { encodeBase58, type Json, type JsonObject } from '@proofmark/primitives';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { staticLoader } from '../contexts/loader.js';
import { credential } from '../credential.fixture.js';
import { CREATED, libraryIssue, methodIdOf } from '../library.fixture.js';
import { newKey, nodeCrypto, type TestKey } from '../node-crypto.fixture.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { derived, issuerKey, plainCredential, signed } from '../sd/sd.fixture.js';
import { canonicalJson } from './canonical-json.js';
import { checkProofs, type ProofsQuestion } from './check-proofs.js';

const keys = [newKey('Ed25519'), newKey('Ed25519'), newKey('Ed25519'), issuerKey];
const [first, second, third] = keys as [TestKey, TestKey, TestKey];
const id = (n: number) => `urn:uuid:0198c1a0-0000-7000-8000-00000000010${n}`;

const question = (document: JsonObject): ProofsQuestion => ({
  document,
  keyOf: (proof) => keys.find((key) => methodIdOf(key) === proof.verificationMethod)?.publicKey ?? null,
  crypto: nodeCrypto,
  canonicalise,
});

/** What became of each proof, in a word. */
async function answers(document: JsonObject): Promise<string[] | null> {
  const checked = await checkProofs(question(document));
  return (
    checked?.map((entry) => {
      if (!entry.read) return `lacks ${entry.member}`;
      const { answer } = entry;
      return 'reason' in answer ? `${answer.outcome} ${answer.reason}` : answer.outcome;
    }) ?? null
  );
}

async function canonical(document: JsonObject): Promise<string> {
  const library = jsonld as unknown as { canonize(document: object, options: object): Promise<string> };
  return library.canonize(document, { base: null, safe: true, rdfDirection: 'i18n-datatype', documentLoader: staticLoader().load });
}

/** Adds a proof by hand, as sections 4.1 and 4.3 of Data Integrity 1.0 say, with no code of ours but JCS and base58. */
async function add(document: JsonObject, key: TestKey, members: JsonObject, cryptosuite = 'eddsa-rdfc-2022'): Promise<JsonObject> {
  const { proof: written, ...unsecured } = document;
  const all = (written ?? []) as readonly JsonObject[];
  const named = [members.previousProof ?? []].flat();
  const matching = all.filter((proof) => named.includes(proof.id as string));
  const input = matching.length === 0 ? unsecured : { ...unsecured, proof: matching };
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite,
    created: CREATED,
    verificationMethod: methodIdOf(key),
    proofPurpose: 'assertionMethod',
    ...members,
  };
  const form = (value: JsonObject) => (cryptosuite.includes('jcs') ? canonicalJson(value) : canonical(value));
  const hash = async (value: JsonObject) =>
    createHash('sha256')
      .update(await form(value))
      .digest();
  const data = Buffer.concat([await hash({ ...options, '@context': unsecured['@context'] as Json }), await hash(input as JsonObject)]);
  const own = { ...options, ...(cryptosuite.includes('jcs') ? { '@context': unsecured['@context'] as Json } : {}) };
  const proofValue = `z${encodeBase58(await key.signer.sign(data))}`;
  return { ...unsecured, proof: [...all, { ...own, proofValue }] };
}

const one = await add(credential(), first, { id: id(1) });
const two = await add(one, second, { id: id(2), previousProof: id(1) });
const three = await add(two, third, { id: id(3), previousProof: [id(1), id(2)] });
const proofsOf = (document: JsonObject) => document.proof as readonly JsonObject[];
const withProofs = (...proof: readonly (JsonObject | undefined)[]) => ({ ...credential(), proof: proof as JsonObject[] });

describe('chains of proofs', () => {
  it('are valid link by link', async () => {
    expect(await answers(one)).toEqual(['valid']);
    expect(await answers(two)).toEqual(['valid', 'valid']);
    expect(await answers(three)).toEqual(['valid', 'valid', 'valid']);
  });

  it('do not depend on the order of the proofs', async () => {
    expect(await answers(withProofs(...[...proofsOf(three)].reverse()))).toEqual(['valid', 'valid', 'valid']);
  });

  it('are valid across suites, and beside independent proofs', async () => {
    const jcs = await add(one, second, { id: id(2), previousProof: id(1) }, 'eddsa-jcs-2022');
    expect(await answers(jcs)).toEqual(['valid', 'valid']);
    const apart = await add(two, third, { id: id(3) });
    expect(await answers(apart)).toEqual(['valid', 'valid', 'valid']);
    const library = (await libraryIssue(credential(), 'eddsa-rdfc-2022', third)).proof as JsonObject;
    expect(await answers(withProofs(library, ...proofsOf(two)))).toEqual(['valid', 'valid', 'valid']);
    const plain = await add(await add(plainCredential(), first, { id: id(1) }), second, { id: id(2), previousProof: id(1) });
    const shown = await derived(await signed(plainCredential()), ['']);
    expect(await answers({ ...plain, proof: [shown.proof as JsonObject, ...proofsOf(plain)] })).toEqual(['valid', 'valid', 'valid']);
  });

  it('are valid with an empty list of previous proofs', async () => {
    expect(await answers(await add(credential(), first, { previousProof: [] }))).toEqual(['valid']);
  });
});

describe('chains of proofs are invalid when they', () => {
  const [a, b, c] = proofsOf(three) as [JsonObject, JsonObject, JsonObject];

  it('name a proof that is not there', async () => {
    expect(await answers(withProofs(b))).toEqual(['invalid previous-proof-missing']);
    expect(await answers(withProofs(a, c))).toEqual(['valid', 'invalid previous-proof-missing']);
    expect(await answers(withProofs(a, { ...b, previousProof: 7 }))).toEqual(['valid', 'invalid previous-proof-missing']);
    expect(await answers(withProofs(a, { ...b, previousProof: [id(1), null] }))).toEqual(['valid', 'invalid previous-proof-missing']);
  });

  it('name an id that two proofs have', async () => {
    const other = proofsOf(await add(credential(), third, { id: id(1) }))[0];
    expect(await answers(withProofs(a, other, b))).toEqual(['valid', 'valid', 'invalid previous-proof-ambiguous']);
  });

  it('go round in a circle', async () => {
    expect(await answers(withProofs({ ...a, previousProof: id(1) }))).toEqual(['invalid previous-proof-cycle']);
    const circle = withProofs({ ...a, previousProof: id(2) }, b);
    expect(await answers(circle)).toEqual(['invalid previous-proof-cycle', 'invalid previous-proof-cycle']);
  });

  it('build on a proof that is invalid', async () => {
    const forged = { ...a, created: '2020-01-01T00:00:00Z' };
    expect(await answers(withProofs(forged, b, c))).toEqual([
      'invalid signature',
      'invalid previous-proof-invalid',
      'invalid previous-proof-invalid',
    ]);
  });

  it('build on a proof that was exchanged for another valid one', async () => {
    const other = proofsOf(await add(credential(), third, { id: id(1) }))[0];
    expect(await answers(withProofs(other, b))).toEqual(['valid', 'invalid signature']);
  });

  it('have a link that was added or removed after signing', async () => {
    const { previousProof: _, ...unlinked } = b;
    expect(await answers(withProofs(a, unlinked as JsonObject))).toEqual(['valid', 'invalid signature']);
    expect(await answers(withProofs(a, { ...b, previousProof: [] }))).toEqual(['valid', 'invalid signature']);
    const linked = { ...(proofsOf(await add(credential(), second, {}))[0] as JsonObject), previousProof: id(1) };
    expect(await answers(withProofs(a, linked))).toEqual(['valid', 'invalid signature']);
  });

  it('were moved to another document', async () => {
    expect(await answers({ ...three, name: 'Other' })).toEqual([
      'invalid signature',
      'invalid previous-proof-invalid',
      'invalid previous-proof-invalid',
    ]);
  });
});

describe('chains of proofs are undecided when they', () => {
  const [a, b] = proofsOf(two) as [JsonObject, JsonObject];

  it('build on a proof without a key, of an unknown suite, or that cannot be read', async () => {
    const stranger = { ...a, verificationMethod: 'did:example:stranger#key' };
    expect(await answers(withProofs(stranger, b))).toEqual(['no-key', 'unsupported previous-proof']);
    const foreign = { ...a, cryptosuite: 'bbs-2023' };
    expect(await answers(withProofs(foreign, b))).toEqual(['unsupported suite', 'unsupported previous-proof']);
    const unread = { ...a, proofPurpose: 1 };
    expect(await answers(withProofs(unread, b))).toEqual(['lacks proofPurpose', 'unsupported previous-proof']);
  });

  it('have more proofs than the limit', async () => {
    expect(await answers(withProofs(...Array(21).fill(a)))).toBeNull();
    expect(await answers(credential())).toEqual([]);
  });

  it('are densely linked, after one question for each key', async () => {
    const links = Array.from({ length: 20 }, (_, i) => ({
      ...a,
      id: `urn:proof:${i}`,
      previousProof: Array.from({ length: i }, (_, j) => `urn:proof:${j}`),
    }));
    let asked = 0;
    const keyOf = () => {
      asked++;
      return null;
    };
    await checkProofs({ ...question(withProofs(...links)), keyOf });
    expect(asked).toBe(1);
  });
});
