import type { GuardedHttp } from '@proofmark/platform/node';
import { isLoopbackHost } from '@proofmark/primitives';
import * as oidc from 'openid-client';
import type { ProvidedIdentity, ProviderClient, SignOnProviders } from '../issuing/people/sign-on/provider.js';

/** Bytes of one answer of a provider. */
const MOST_BYTES = 512 * 1024;

/** Where no answer came: told apart from an answer that does not fit. */
class Away extends Error {}

/** Providers, asked through the safe fetch by a certified library. `local`: those on this machine may be asked over http. */
export function signOnProviders(http: Pick<GuardedHttp, 'request'>, local: boolean): SignOnProviders {
  const customFetch = fetchBy(http);
  async function configured({ issuer, clientId, clientSecret }: ProviderClient): Promise<oidc.Configuration> {
    const server = new URL(issuer);
    const execute = local && isLoopbackHost(server.hostname) ? [oidc.allowInsecureRequests] : [];
    const found = await oidc.discovery(server, clientId, undefined, undefined, { [oidc.customFetch]: customFetch, execute });
    const metadata = found.serverMetadata();
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const auth = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret);
    const config = new oidc.Configuration(metadata, clientId, undefined, auth);
    config[oidc.customFetch] = customFetch;
    for (const allow of execute) allow(config);
    // The id token is checked by its signature too, not by its way here alone.
    oidc.enableNonRepudiationChecks(config);
    return config;
  }
  return {
    answers: (client) =>
      configured(client).then(
        () => true,
        () => false,
      ),
    async begin(client, { state, nonce, codeVerifier }, email) {
      const config = await configured(client).catch(() => null);
      if (config === null) return null;
      const url = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: client.redirectUri, scope: 'openid email profile', state, nonce, login_hint: email },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256' },
      });
      return url.href;
    },
    async finish(client, { state, nonce, codeVerifier }, { code, iss }) {
      try {
        const config = await configured(client);
        const back = new URL(client.redirectUri);
        back.search = new URLSearchParams({ code, state, ...(iss === undefined ? {} : { iss }) }).toString();
        const checks = { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
        const tokens = await oidc.authorizationCodeGrant(config, back, checks);
        const claims = tokens.claims();
        if (claims === undefined) return 'refused';
        const isWhole = claims.email !== undefined && claims.email_verified !== undefined;
        if (isWhole || config.serverMetadata().userinfo_endpoint === undefined) return identityOf(claims.sub, claims);
        return identityOf(claims.sub, { ...claims, ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)) });
      } catch (error) {
        return isAway(error) ? 'away' : 'refused';
      }
    },
  };
}

function identityOf(subject: string, claims: Readonly<Record<string, unknown>>): ProvidedIdentity | 'refused' {
  const { email, email_verified: emailVerified, name } = claims;
  // OpenID Connect Core 1.0, 2: at most 255 characters.
  if (subject === '' || subject.length > 255) return 'refused';
  return {
    // Anything but the two words of the standard (OpenID Connect Core 1.0, 5.1) is no.
    ...{ subject, emailVerified: emailVerified === undefined ? null : emailVerified === true },
    email: typeof email === 'string' ? email : null,
    name: typeof name === 'string' ? name : null,
  };
}

/** The safe fetch as the library wants it. */
function fetchBy(http: Pick<GuardedHttp, 'request'>): oidc.CustomFetch {
  return async (url, { headers, body, signal }) => {
    const bytes =
      body === undefined || body === null
        ? null
        : new Uint8Array(await new Response(body as ConstructorParameters<typeof Response>[0]).arrayBuffer());
    const answer = await http.request({
      url,
      headers,
      maxBytes: MOST_BYTES,
      ...(bytes === null ? {} : { body: bytes }),
      ...(signal == null ? {} : { signal }),
    });
    if (answer.ok) return new Response(new Uint8Array(answer.body), { status: answer.status, headers: { ...answer.headers } });
    if (answer.status === undefined || answer.status >= 500) throw new Away(answer.code);
    return new Response('{"error":"invalid_request"}', { status: answer.status, headers: { 'content-type': 'application/json' } });
  };
}

function isAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1)
    if (cause instanceof Away) return true;
  return false;
}
