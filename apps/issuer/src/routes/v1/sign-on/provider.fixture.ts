import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider, { type JWK } from 'oidc-provider';

export const CLIENT = { clientId: 'proofmark', clientSecret: 'a-secret-of-the-client-of-some-length' } as const;
const REDIRECT = 'http://localhost:3000/console/sign-on';

/** Somebody whom a provider knows. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface RunningProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<RunningProvider> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}

/** A provider of a library, at which everybody is signed in as the account that is set. */
export async function realProvider(redirect: string = REDIRECT): Promise<RunningProvider & { account: Account }> {
  let provider: Provider | null = null;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'one' } as JWK;
  const { issuer, close } = await listening((request, response) => {
    void (request.url?.startsWith('/interaction/') ? interact(request, response) : provider?.callback()(request, response));
  });
  const running = { issuer, close, account: { sub: 'grace' } as Account };
  provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirect] },
      { client_id: 'another', client_secret: CLIENT.clientSecret, redirect_uris: [redirect] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    findAccount: async (_, sub) => ({ accountId: sub, claims: async () => ({ ...running.account, sub }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of this test'] },
    jwks: { keys: [jwk] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const made = provider;
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await made.interactionDetails(request, response);
    if (prompt.name === 'login') return made.interactionFinished(request, response, { login: { accountId: running.account.sub } });
    const grant = new made.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) });
    grant.addOIDCScope('openid email profile');
    return made.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
  }
  return running;
}

/** Walks a browser through a provider: answers with what it is sent back with. */
export async function walk(url: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  for (let at = url, steps = 0; steps < 12; steps += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    at = new URL(location, at).href;
    if (at.startsWith(REDIRECT)) return Object.fromEntries(new URL(at).searchParams);
  }
  throw new Error('the provider sends the browser around');
}

/** What a provider that lies does otherwise in its id token. */
export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** It is signed by a key that the provider does not publish. */
  readonly foreignKey?: boolean;
  readonly unsigned?: boolean;
  /** The token endpoint answers so. */
  readonly status?: number;
}

/** A provider that says of its tokens what it is told to. It answers with the nonce of the last authorisation that was looked at. */
export async function lyingProvider(): Promise<RunningProvider & { lie: Lie; nonce: string }> {
  const [own, foreign] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const keys = { keys: [{ ...(await exportJWK(own.publicKey)), use: 'sig', alg: 'RS256', kid: 'one' }] };
  const { issuer, close } = await listening((request, response) => {
    void answer(request.url ?? '').then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const running = { issuer, close, lie: {} as Lie, nonce: '' };
  async function answer(url: string): Promise<{ status: number; body: unknown }> {
    if (url.startsWith('/.well-known/')) {
      const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` };
      return { status: 200, body: { issuer, ...endpoints, response_types_supported: ['code'], subject_types_supported: ['public'] } };
    }
    if (url.startsWith('/jwks')) return { status: 200, body: keys };
    const { lie } = running;
    if (lie.status !== undefined) return { status: lie.status, body: { error: 'invalid_grant' } };
    const idToken = await token(lie, lie.foreignKey === true ? foreign.privateKey : own.privateKey);
    return { status: 200, body: { access_token: 'x', token_type: 'Bearer', id_token: idToken } };
  }
  async function token({ claims = {}, unsigned = false }: Lie, key: CryptoKey): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: CLIENT.clientId, sub: 'grace', nonce: running.nonce, iat: now, exp: now + 60 };
    const payload = { ...usual, email: 'grace@school.example', email_verified: true, ...claims };
    if (!unsigned) return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none' })}.${part(payload)}.`;
  }
  return running;
}
