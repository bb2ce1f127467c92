/** How this service is known to a provider. */
export interface ProviderClient {
  /** The provider's issuer identifier (OpenID Connect Core 1.0, 2). */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** What a provider has to repeat, or prove to have been given, for one sign-in. */
export interface SignOnSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly codeVerifier: string;
}

/** Whom a provider has authenticated. */
export interface ProvidedIdentity {
  readonly subject: string;
  readonly email: string | null;
  /** Whether the provider says that it has verified the address; null where it does not say. */
  readonly emailVerified: boolean | null;
  readonly name: string | null;
}

/** Speaks with providers of OpenID Connect: authorisation code, PKCE, state and nonce. */
export interface SignOnProviders {
  /** Whether there is a provider that can be asked. */
  answers(client: ProviderClient): Promise<boolean>;
  /** Where a browser goes to sign in; null where the provider does not answer. */
  begin(client: ProviderClient, secrets: SignOnSecrets, email: string): Promise<string | null>;
  /** Changes the code for an identity. `refused`: something does not fit, or the provider does not take it; `away`: it does not answer. */
  finish(
    client: ProviderClient,
    secrets: SignOnSecrets,
    answer: { readonly code: string; readonly state: string; readonly iss?: string | undefined },
  ): Promise<ProvidedIdentity | 'refused' | 'away'>;
}
