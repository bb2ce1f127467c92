import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeBase64url, encodeUtf8, type JsonObject } from '@proofmark/primitives';
import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key, type TestKey } from '@proofmark/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { runDidKey } from './did-key.js';
import { runJose } from './jose.js';
import { dataModel } from './local-config.js';
import { mochaRun, SuiteError } from './run-mocha.js';
import type { ServedFace } from './serve-face.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-suites-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A folder with these files. */
function suite(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true });
    writeFileSync(join(root, name, file), text);
  }
  return join(root, name);
}

describe('running the vectors of did:key', () => {
  it('passes a DID whose vector states its key, fails one with another key, and leaves out keys of other kinds', async () => {
    const [one, two] = [namedEd25519Key('one'), namedEd25519Key('two')];
    const entry = (key: TestKey, stated: TestKey): readonly [string, object] => {
      const { did, verificationMethod: id } = didKeyOf(key);
      return [did, { didDocument: { verificationMethod: [{ id, type: 'JsonWebKey2020', publicKeyJwk: stated.publicKey.jwk }] } }];
    };
    const folder = suite('did-key', {
      'test-vectors/ed25519-x25519.json': JSON.stringify(Object.fromEntries([entry(one, one), entry(two, one)])),
      'test-vectors/nist-curves.json': JSON.stringify({ 'did:key:z2J9ga': { didDocument: { verificationMethod: [] } } }),
    });
    expect(await runDidKey(folder)).toEqual([
      { name: didKeyOf(one).did, state: 'passed' },
      { name: didKeyOf(two).did, state: 'failed', message: 'another key' },
    ]);
  });
});

describe('running the JWT cases of the JOSE suite', () => {
  it('compares what the verifier says of each token with what the suite expects', async () => {
    const key = namedEd25519Key('one');
    const kid = 'thumbprint';
    const token = (payload: JsonObject): string => {
      const input = [{ alg: 'EdDSA', kid, typ: 'vc+jwt' }, payload]
        .map((part) => encodeBase64url(encodeUtf8(JSON.stringify(part))))
        .join('.');
      return `${input}.${encodeBase64url(key.signer.sign(encodeUtf8(input)) as Uint8Array)}`;
    };
    const issuer = 'https://example.issuer/keys';
    const credential = { '@context': [VC2_CONTEXT], type: ['VerifiableCredential'], issuer, credentialSubject: { id: 'did:example:ada' } };
    const method = { id: `${issuer}#1`, controller: issuer, type: 'JsonWebKey', publicKeyJwk: { ...key.publicKey.jwk, kid } };
    const one = (input_file: string, expected_result: string, more: object = {}): object => ({
      ...{ input_file, key_file: 'key.json', fn: 'verify', feature: 'credential_jose', expected_result },
      ...more,
    });
    const cases = {
      good: one('good.txt', 'success'),
      'wrongly expected': one('good.txt', 'failure'),
      altered: one('altered.txt', 'failure'),
      issuing: one('good.txt', 'success', { fn: 'issue' }),
      other: one('good.txt', 'success', { feature: 'credential_cose' }),
    };
    const folder = suite('jose', {
      'package.json': '{"type":"module"}',
      'tests/test-mapping.js': `export const JOSETestMapping = ${JSON.stringify(cases)};`,
      'tests/input/good.txt': `${token(credential)}\n`,
      'tests/input/altered.txt': token(credential).replace(/.{4}$/, 'AAAA'),
      'tests/input/key.json': JSON.stringify(method),
    });
    expect(await runJose(folder)).toMatchObject([
      { name: 'good', state: 'passed' },
      { name: 'wrongly expected', state: 'failed', message: 'it was accepted' },
      { name: 'altered', state: 'passed' },
    ]);
  });
});

describe('running a suite with its mocha', () => {
  const face: ServedFace = {
    baseUrl: 'https://localhost:1',
    certificate: 'the certificate',
    didOf: (name) => `did:example:${name}`,
    close: async () => undefined,
  };
  const run = mochaRun(dataModel);

  it('writes the configuration, hands over the certificate, and reads the report', async () => {
    const folder = suite('mocha', {
      'node_modules/mocha/bin/mocha.js': `
        const fs = require('node:fs');
        const output = process.argv.find((one) => one.startsWith('output=')).slice('output='.length);
        const test = (fullTitle, err = {}) => ({ fullTitle, err });
        const seen = fs.readFileSync(process.env.NODE_EXTRA_CA_CERTS, 'utf8');
        fs.writeFileSync(output, JSON.stringify({ passes: [test(seen)], failures: [test('b', { message: 'why\\nstack' })], pending: [test('c')] }));
        process.exit(1);`,
    });
    expect(await run(folder, face)).toEqual([
      { name: 'the certificate', state: 'passed' },
      { name: 'b', state: 'failed', message: 'why' },
      { name: 'c', state: 'pending' },
    ]);
    const written = readFileSync(join(folder, 'localConfig.cjs'), 'utf8');
    expect(written).toContain('"endpoint": "https://localhost:1/vc-api/issuers/eddsa-rdfc/credentials/issue"');
    expect(written).toContain('"id": "did:example:eddsa-rdfc"');
  });

  it('tells what a suite printed that ended without a report', async () => {
    const folder = suite('broken', { 'node_modules/mocha/bin/mocha.js': "console.error('no such module');" });
    await expect(run(folder, face)).rejects.toThrow(SuiteError);
    await expect(run(folder, face)).rejects.toThrow(/no such module/);
  });
});
