// What keys, identifiers and status lists are written in.
import { gunzipSync, gzipSync } from 'node:zlib';
import { createBits, decodeList, encodeList, setBit } from '@proofmark/credentials';
import { nodePorts } from '@proofmark/platform/node';
import * as primitives from '@proofmark/primitives';
import { didWebUrl, locate, parseDidUrl, readDidDocument, readJwk, readKeyDocument, readMultikey, toMultikey } from '@proofmark/proofs';
import { didKeyOf, freshKey, namedEd25519Key } from '@proofmark/testkit';
import { usableKey } from '../../../packages/platform/dist/shared/public-key.js';
import { decodeCbor } from '../../../packages/proofs/dist/sd/decode-cbor.js';

const ports = nodePorts({ documents: { fetch: async ({ url }) => ({ ok: false, url, code: 'unreachable' }) } });
const keys = [namedEd25519Key('acme'), freshKey('ES256'), freshKey('ES384'), freshKey('RS256')];
const dids = keys.slice(0, 2).map((key) => didKeyOf(key).did);
const text = (value) => JSON.stringify(value);
const base64url = (value) => Buffer.from(value).toString('base64url');

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function did(id) {
  const parts = parseDidUrl(id);
  const found = locate(id);
  if (parts !== null) {
    const { query, fragment } = parts;
    const again = `${parts.did}${parts.path}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
    if (again !== id) return 'parts that do not make the whole';
  }
  const web = didWebUrl(id);
  if (web.ok) {
    const url = new URL(web.url);
    const kind = primitives.hostKind(url.hostname);
    if (url.protocol !== (kind === 'loopback' ? 'http:' : 'https:') || kind === 'address') return 'a document at an address';
    if (url.href !== web.url || url.username !== '' || !url.pathname.endsWith('/did.json') || url.search !== '') return 'another document';
  }
  return found.kind === 'inline' && found.document.id !== parts?.did ? 'the document of another' : null;
}

function jwk(json) {
  const reading = readJwk(parsed(json));
  if (!reading.ok) return null;
  if (Object.hasOwn(reading.key.jwk, 'd')) return 'a private key';
  if (usableKey(reading.key) === null) return 'a key that nothing can use';
  ports.crypto.verify(reading.key, new Uint8Array(3), new Uint8Array(64));
  return null;
}

function multikey(value) {
  const reading = readMultikey(value);
  return !reading.ok || toMultikey(reading.key) === value ? null : 'another key when it is written';
}

async function pem(value) {
  const read = await ports.tokens.readPem(value);
  return read === null || read === undefined || read.d === undefined ? null : 'a private key';
}

function document(json) {
  const value = parsed(json);
  const reading = readDidDocument(value, dids[0]);
  if (reading.ok && reading.document.methods.some(({ key }) => key.ok && Object.hasOwn(key.key.jwk, 'd'))) return 'a private key';
  readKeyDocument(value, dids[0]);
  return null;
}

function bases(value) {
  for (const [decode, encode] of [
    [primitives.decodeBase58, primitives.encodeBase58],
    [primitives.decodeBase64url, primitives.encodeBase64url],
    [primitives.decodeBase64, primitives.encodeBase64],
    [primitives.decodeHex, primitives.encodeHex],
  ]) {
    const bytes = decode(value);
    if (bytes !== null && !primitives.equalBytes(decode(encode(bytes)), bytes)) return 'other bytes the second time';
    if (bytes !== null && encode(bytes) !== value && encode(bytes) !== value.toLowerCase()) return 'two spellings of the same bytes';
  }
  primitives.decodeMultibase(value);
  primitives.decodeCompact(value);
  return null;
}

const MAX = 1_000_000;
async function list(value) {
  const read = await decodeList(value, ports.gunzip, { maxBytes: MAX });
  if (!read.ok) return null;
  const again = await decodeList(await encodeList(read.bits, gzipSync), ports.gunzip, { maxBytes: MAX });
  return again.ok && primitives.equalBytes(again.bits.bytes, read.bits.bytes) ? null : 'other bits the second time';
}

function gunzip(bytes) {
  const [out, inflated] = [ports.gunzip(bytes, MAX), ports.inflate(bytes, MAX)];
  if ((out?.length ?? 0) > MAX || (inflated?.length ?? 0) > MAX) return 'more than was allowed';
  return out === null || Buffer.compare(out, gunzipSync(bytes)) === 0 ? null : 'other bytes';
}

function cbor(bytes) {
  return decodeCbor(bytes) === undefined ? 'no answer' : null;
}

const bits = createBits();
setBit(bits, 7, true);
const [{ jwk: okp }, { jwk: ec }, , { jwk: rsa }] = keys.map(({ publicKey }) => publicKey);
const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(okp.x, 'base64url')]).toString('base64');

export const KEYS = [
  {
    name: 'did',
    check: did,
    seeds: [
      ...dids,
      `did:jwk:${base64url(text(ec))}#0`,
      'did:web:acme.example:a%20b',
      'did:web:localhost%3A3000:issuers:a',
      'did:web:127.0.0.1',
      'https://acme.example/key#1',
    ],
  },
  { name: 'jwk', check: jwk, seeds: [okp, ec, { ...rsa, alg: 'RS256', use: 'sig' }, { ...ec, key_ops: ['verify'] }].map(text) },
  { name: 'multikey', check: multikey, seeds: keys.slice(0, 3).map(({ publicKey }) => toMultikey(publicKey)) },
  {
    name: 'pem',
    check: pem,
    seeds: [
      `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`,
      '-----BEGIN RSA PUBLIC KEY-----\nMAYCAQMCAQM=\n-----END RSA PUBLIC KEY-----',
    ],
  },
  {
    name: 'did-document',
    check: document,
    json: true,
    seeds: [
      {
        id: dids[0],
        verificationMethod: [
          { id: '#a', type: 'Multikey', controller: dids[0], publicKeyMultibase: toMultikey(keys[0].publicKey) },
          { id: '#b', type: 'JsonWebKey2020', publicKeyJwk: ec },
        ],
        assertionMethod: ['#a', '#b'],
        service: [{ type: 'LinkedDomains', serviceEndpoint: { origins: ['https://acme.example'] } }],
      },
      {
        keys: [
          { ...ec, kid: '1' },
          { ...rsa, kid: '2' },
        ],
      },
    ].map(text),
  },
  {
    name: 'base-n',
    check: bases,
    seeds: [
      'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme',
      base64url('hello world'),
      'aGVsbG8=',
      '00ff',
      `${base64url('{"alg":"EdDSA"}')}.${base64url('{}')}.${'A'.repeat(86)}`,
    ],
  },
  { name: 'status-list', check: list, seeds: [await encodeList(bits, gzipSync)] },
  { name: 'gzip', check: gunzip, seeds: [new Uint8Array(gzipSync('hello '.repeat(50))), new Uint8Array(gzipSync(bits.bytes))] },
  { name: 'cbor', check: cbor, seeds: [Uint8Array.from([0x85, 0x41, 1, 0x42, 1, 2, 0x81, 0x41, 3, 0xa1, 1, 2, 0x81, 0])] },
];
