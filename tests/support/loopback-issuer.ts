import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  bakePng,
  bakeSvg,
  buildCredential,
  buildStatusList,
  type CredentialInput,
  createBits,
  emailIdentity,
  encodeList,
  setBit,
} from '@proofmark/credentials';
import { nodeCrypto, nodeSigner } from '@proofmark/platform/node';
import { buildDidDocument, readJwk, toMultikey } from '@proofmark/proofs';
import { didConfiguration, signDataIntegrity, signDomainLinkage } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import { Hono } from 'hono';
import { type Served, serveOnLoopback } from './serve.js';

/** What a test may say about a badge; the rest is an ordinary badge. */
export interface BadgeWishes extends Partial<Omit<CredentialInput, 'id' | 'issuer' | 'recipient' | 'status'>> {
  readonly email?: string;
  readonly recipientName?: string;
  readonly issuerName?: string;
  readonly issuerUrl?: string;
  readonly withStatus?: boolean;
  /** The related resources of the badge with this address. */
  readonly relatedFor?: (url: string) => CredentialInput['relatedResource'];
  /** Changes the signed badge before it is served. */
  readonly tamper?: (badge: JsonObject) => JsonObject;
}

/** One badge as served. */
export interface ServedBadge {
  readonly url: string;
  readonly json: string;
  readonly index: number;
}

/**
 * An issuer that is small but real: its own key, did:web document, status list and badges, served over HTTP with CORS.
 * It can be asked for badges that the product's own service refuses to issue, and it can be switched off.
 */
export class LoopbackIssuer {
  readonly origin: string;
  readonly did: string;
  /** What lies under `/files/` on the issuer's host: name to content. */
  readonly files: Map<string, string>;
  readonly #served: Served;
  readonly #badges: Map<string, string>;
  readonly #bits: ReturnType<typeof createBits>;
  readonly #sign: (credential: JsonObject) => Promise<JsonObject>;
  readonly #link: (origin: string) => Promise<JsonObject>;
  #next = 1;

  private constructor(
    served: Served,
    badges: Map<string, string>,
    files: Map<string, string>,
    bits: ReturnType<typeof createBits>,
    sign: (credential: JsonObject) => Promise<JsonObject>,
    link: (origin: string) => Promise<JsonObject>,
    did: string,
  ) {
    this.#served = served;
    this.#badges = badges;
    this.files = files;
    this.#bits = bits;
    this.#sign = sign;
    this.#link = link;
    this.origin = `http://localhost:${served.port}`;
    this.did = did;
  }

  static async start(extra?: Hono): Promise<LoopbackIssuer> {
    const badges = new Map<string, string>();
    const files = new Map<string, string>();
    const bits = createBits();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const read = readJwk(publicKey.export({ format: 'jwk' }) as Record<string, string>);
    if (!read.ok) throw new Error('the test key is not readable');
    const signer = nodeSigner(privateKey);
    const app = new Hono();
    const served = await serveOnLoopback(app);
    const origin = `http://localhost:${served.port}`;
    const did = `did:web:localhost%3A${served.port}:issuers:acme`;
    const id = `${did}#${toMultikey(read.key)}`;
    const sign = (credential: JsonObject): Promise<JsonObject> =>
      signDataIntegrity({ credential, verificationMethod: id, created: '2026-01-01T00:00:00Z', signer });
    const domains: string[] = [];
    const link = async (claimed: string): Promise<JsonObject> => {
      domains.push(claimed);
      const times = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2040, 0, 1) };
      return didConfiguration([await signDomainLinkage({ did, origin: claimed, kid: id, signer, ...times })]);
    };

    app.use('*', async (c, next) => {
      c.header('Access-Control-Allow-Origin', '*');
      c.header('Cache-Control', 'no-store');
      await next();
    });
    app.get('/issuers/acme/did.json', (c) => {
      const services = domains.map((serviceEndpoint, i) => ({ id: `${did}#domain-${i}`, type: 'LinkedDomains', serviceEndpoint }));
      return c.json(buildDidDocument({ did, keys: [{ id, publicKey: read.key }], services }) as object);
    });
    app.get('/status/1', async (c) => {
      const encodedList = await encodeList(bits, (data) => gzipSync(data));
      const validFrom = Date.now() - 60_000;
      const list = buildStatusList({ id: `${origin}/status/1`, issuer: did, purpose: 'revocation', validFrom, encodedList });
      return c.json(await sign(list as unknown as JsonObject));
    });
    app.get('/credentials/:id', (c) => {
      const [id = '', form] = c.req.param('id').split('.');
      const json = badges.get(id);
      if (json === undefined) return c.notFound();
      if (form === 'svg') return c.body(inSvg(json), 200, { 'Content-Type': 'image/svg+xml' });
      if (form === 'png') return c.body(new Uint8Array(inPng(json)), 200, { 'Content-Type': 'image/png' });
      return c.body(json, 200, { 'Content-Type': 'application/vc' });
    });
    app.get('/files/:name', (c) => {
      const body = files.get(c.req.param('name'));
      return body === undefined ? c.notFound() : c.body(body, 200, { 'Content-Type': 'application/octet-stream' });
    });
    if (extra !== undefined) app.route('/', extra);
    return new LoopbackIssuer(served, badges, files, bits, sign, link, did);
  }

  /** Every request that reached this issuer. */
  get asked(): string[] {
    return this.#served.asked;
  }

  /** Issues, signs and serves one badge. */
  async issue(wishes: BadgeWishes = {}): Promise<ServedBadge> {
    const { email, recipientName, issuerName, issuerUrl, withStatus = true, relatedFor, tamper, ...rest } = wishes;
    const id = randomUUID();
    const index = this.#next++;
    const url = `${this.origin}/credentials/${id}`;
    const unsigned = buildCredential({
      achievement: {
        id: `${this.origin}/achievements/1`,
        name: 'Web API design',
        description: 'Designs and builds a small web service.',
        criteria: { narrative: 'A working service, reviewed by an assessor.' },
      },
      validFrom: Date.UTC(2026, 0, 1),
      evidence: [
        {
          id: `https://github.com/ada/bookshop/tree/${'a1'.repeat(20)}`,
          name: 'Bookshop API',
          genre: 'Repository',
        },
      ],
      ...rest,
      ...(relatedFor && { relatedResource: relatedFor(url) }),
      id: url,
      issuer: { id: this.did, name: issuerName ?? 'Acme Academy', url: issuerUrl ?? 'https://acme.example' },
      recipient: {
        id: `urn:uuid:${randomUUID()}`,
        identity: email === undefined ? null : await emailIdentity(email, randomUUID(), nodeCrypto()),
        name: recipientName ?? null,
      },
      status: withStatus ? { list: `${this.origin}/status/1`, index } : null,
    });
    const signed = await this.#sign(unsigned as unknown as JsonObject);
    const json = JSON.stringify(tamper === undefined ? signed : tamper(signed));
    this.#badges.set(id, json);
    return { url, json, index };
  }

  /** Claims a web domain in the issuer's document; answers what the domain has to host. */
  claim(origin: string): Promise<JsonObject> {
    return this.#link(origin);
  }

  revoke(badge: ServedBadge): void {
    setBit(this.#bits, badge.index, true);
  }

  close(): Promise<void> {
    return this.#served.close();
  }
}

/** The badge inside a small PNG. */
export function inPng(json: string): Uint8Array {
  const blank = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const baked = bakePng(new Uint8Array(blank), { kind: 'json', text: json });
  if (!baked.ok) throw new Error('the test image could not be baked');
  return baked.png;
}

/** The badge inside a small SVG. */
export function inSvg(json: string): string {
  const baked = bakeSvg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" width="96" height="96"><circle cx="4" cy="4" r="4" fill="teal"/></svg>',
    {
      kind: 'json',
      text: json,
    },
  );
  if (!baked.ok) throw new Error('the test image could not be baked');
  return baked.svg;
}
