import { canonicalEmail, decodeUtf8, encodeBase64url } from '@proofmark/primitives';
import type { CreateSignOnRequest } from '@proofmark/schemas/api';
import type { SignOnRecord } from '../../../store/index.js';
import { hashSecretText, newSecretText } from '../../access/secret-text.js';
import type { IdSource, Sealer, Store } from '../../ports.js';
import { done, type Result, refused } from '../../result.js';
import type { ProviderClient, SignOnProviders } from './provider.js';
import { redirectUriOf, secretName } from './set-sign-on.js';

/** Who was sent to a provider is back within so many minutes. */
const REQUEST_MINUTES = 10;

export interface SignOnBeginning extends IdSource {
  readonly store: Pick<Store, 'signOn'>;
  readonly sealer: Sealer;
  readonly providers: SignOnProviders;
  readonly baseUrl: string;
}

/** Where the browser goes, and the secret by which it is known when it comes back. */
export interface SentBrowser {
  readonly browser: string;
  readonly url: string;
}

/**
 * Sends somebody to the provider of the organisation to which the domain of their address belongs. Only that is looked at: whether anybody has the
 * address, the answer does not tell.
 */
export async function beginSignOn(deps: SignOnBeginning, { email }: CreateSignOnRequest): Promise<Result<SentBrowser>> {
  const { store, providers, random, clock } = deps;
  const address = canonicalEmail(email) ?? '';
  const organisationId = await store.signOn.organisationOf(domainOf(address));
  const signOn = organisationId === null ? null : await store.signOn.find(organisationId);
  const client = signOn === null ? null : clientOf(deps, signOn);
  if (signOn === null || client === null)
    return refused('not-found', 'No school with this mail domain signs people in here. Have a link sent to you.');
  const [state = '', nonce = '', codeVerifier = ''] = [0, 1, 2].map(() => encodeBase64url(random.bytes(32)));
  const url = await providers.begin(client, { state, nonce, codeVerifier }, address);
  if (url === null)
    return refused('unavailable', 'The provider of your school does not answer. Try again later, or have a link sent to you.');
  const browser = newSecretText('browser', random);
  const expiresAt = new Date(clock.now().getTime() + REQUEST_MINUTES * 60_000);
  const hashes = { browserHash: hashSecretText(browser), stateHash: hashSecretText(state) };
  await store.signOn.request({ ...hashes, organisationId: signOn.organisationId, nonce, codeVerifier, expiresAt });
  return done({ browser, url });
}

/** How this service is known to the provider of an organisation; null where its secret was sealed under another keyring. */
export function clientOf(
  { sealer, baseUrl }: Pick<SignOnBeginning, 'sealer' | 'baseUrl'>,
  { organisationId, issuer, clientId, clientSecret: sealed }: SignOnRecord,
): ProviderClient | null {
  const plain = sealer.open(sealed, secretName(organisationId));
  const clientSecret = plain === null ? null : decodeUtf8(plain);
  return clientSecret === null ? null : { issuer, clientId, clientSecret, redirectUri: redirectUriOf(baseUrl) };
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
