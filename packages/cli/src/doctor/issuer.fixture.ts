import { gzipSync } from 'node:zlib';
import { buildStatusList, createBits, encodeList } from '@proofmark/credentials';
import { buildDidDocument } from '@proofmark/proofs';
import { didConfiguration, signDataIntegrity, signDomainLinkage } from '@proofmark/proofs/sign';
import type { Json, JsonObject } from '@proofmark/schemas';
import { freshKey, type LoopbackServer, loopbackServer, namedEd25519Key, sampleCredential } from '@proofmark/testkit';

/** How one address answers. `json` is changed by a fault; null is no answer but 404. */
export interface Page {
  readonly json: Json | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** An issuer on this machine that is set up well, until a page is replaced. */
export interface TestIssuer {
  readonly did: string;
  readonly origin: string;
  /** The address of its badge. */
  readonly badge: string;
  /** The host of the web domain that it claims. */
  readonly domain: string;
  /** By path; `domain` stands for the document that the web domain hosts. */
  readonly pages: Map<string, Page>;
  /** Replaces a page by a changed one, until `mend`. */
  break(path: string, change: (page: Page) => Page): void;
  mend(): void;
  close(): Promise<void>;
}

export const DOCUMENT = '/issuers/acme/did.json';
export const JWKS = '/.well-known/jwks.json';
export const LIST = '/status/1';
export const BADGE = '/badges/1';

const ed = namedEd25519Key('acme');
const ec = freshKey('ES256');
const DAY = 86_400_000;
const rfc3339 = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

export async function startIssuer(): Promise<TestIssuer> {
  const pages = new Map<string, Page>();
  const serve =
    (prefix: string): Parameters<typeof loopbackServer>[0] =>
    (request, response) => {
      const page = pages.get(`${prefix}${request.url}`) ?? { json: null };
      const status = page.status ?? (page.json === null ? 404 : 200);
      const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*', ...page.headers };
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
      response.writeHead(status).end(typeof page.json === 'string' ? page.json : JSON.stringify(page.json));
    };
  const host = await loopbackServer(serve(''));
  const domain = await loopbackServer(serve('domain'));
  const did = `did:web:localhost%3A${host.port}:issuers:acme`;
  const sound = await soundPages(did, host, domain.origin);
  const mend = (): void => {
    pages.clear();
    for (const [path, json] of sound) pages.set(path, { json });
  };
  mend();
  return {
    did,
    origin: host.origin,
    badge: `${host.origin}${BADGE}`,
    domain: new URL(domain.origin).host,
    pages,
    break: (path, change) => void pages.set(path, change(pages.get(path) ?? { json: null })),
    mend,
    close: async () => void (await Promise.all([host.close(), domain.close()])),
  };
}

async function soundPages(did: string, { origin }: LoopbackServer, domain: string): Promise<ReadonlyMap<string, Json>> {
  const now = Date.now();
  const method = `${did}#ed`;
  const keys = [
    { id: method, publicKey: ed.publicKey },
    { id: `${did}#ec`, publicKey: ec.publicKey },
  ];
  const services = [{ id: `${did}#domains`, type: 'LinkedDomains', serviceEndpoint: domain }];
  const jwk = { ...ec.publicKey.jwk, kid: `${did}#ec`, iss: did };
  const sign = (credential: JsonObject): Promise<JsonObject> =>
    signDataIntegrity({ credential, verificationMethod: method, created: rfc3339(now - DAY), signer: ed.signer });
  const id = `${origin}${LIST}`;
  const encodedList = await encodeList(createBits(), (data) => Uint8Array.from(gzipSync(data)));
  const { credentialSubject, ...list } = buildStatusList({ id, issuer: did, purpose: 'revocation', validFrom: now - DAY, encodedList });
  const entry = {
    id: `${id}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: id,
  };
  const badge = sampleCredential({ id: `${origin}${BADGE}`, issuer: { id: did, name: 'Acme Academy' }, validFrom: now - DAY });
  const linkage = await signDomainLinkage({ did, origin: domain, kid: `${did}#ec`, signer: ec.signer, from: now - DAY, until: now + DAY });
  return new Map<string, Json>([
    [DOCUMENT, buildDidDocument({ did, keys, services })],
    [JWKS, { keys: [jwk] }],
    ['/issuers/acme/keys/ec', jwk],
    [LIST, await sign({ ...list, credentialSubject: { ...credentialSubject, ttl: 300_000 } })],
    [BADGE, await sign({ ...badge, credentialStatus: entry })],
    ['domain/.well-known/did-configuration.json', didConfiguration([linkage])],
  ]);
}

/** A page whose JSON is changed. */
export const json =
  (change: (json: JsonObject) => Json) =>
  (page: Page): Page => ({ ...page, json: change(page.json as JsonObject) });

/** A page with other headers; undefined takes one away. */
export const headers =
  (more: Readonly<Record<string, string | undefined>>) =>
  (page: Page): Page => ({ ...page, headers: { ...page.headers, ...more } });
