import { MAIL_DOMAIN } from '@proofmark/primitives';
import { z } from 'zod';
import { email, matching, text, webUrl } from '../fields.js';

/** What somebody can be who comes by the provider of an organisation. Owners are invited. */
export const NEWCOMER_ROLES = ['issuer', 'assessor', 'viewer'] as const;
export type NewcomerRole = (typeof NEWCOMER_ROLES)[number];

/** The OpenID Connect provider of an organisation. Its client secret is never shown. */
export interface SignOnProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** What newcomers are. */
  readonly role: NewcomerRole;
  /** Whether addresses at the mail domains count as verified where the provider does not say, since the school gave them out. */
  readonly verifiedBySchool: boolean;
  readonly updatedAt: string;
}

/** By which provider people of an organisation sign in, and what has to be known to set one up. */
export interface SignOn {
  /** Null where there is none. */
  readonly provider: SignOnProvider | null;
  /** The mail domains whose addresses the organisation may vouch for. */
  readonly domains: readonly string[];
  /** Where the provider sends browsers back; to be entered there. */
  readonly redirectUri: string;
}

/** By what people can sign in besides links. */
export interface SignInMethods {
  /** Whether any organisation has a provider. */
  readonly signOn: boolean;
}

export interface SetSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly role: NewcomerRole;
  /** Default false. An address of which the provider says that it is not verified never counts. */
  readonly verifiedBySchool?: boolean | undefined;
}

export interface AllowMailDomain {
  readonly domain: string;
}

export interface CreateSignOnRequest {
  readonly email: string;
}

/** Where the browser goes to sign in. */
export interface SignOnRequest {
  readonly url: string;
}

/** What the provider gave the browser to bring back. */
export interface CreateSignOnSession {
  readonly state: string;
  readonly code: string;
  readonly iss?: string | undefined;
}

const EXAMPLE = { issuer: 'https://login.school.example', clientId: 'proofmark', role: 'issuer' } as const;

const signOnProviderSchema: z.ZodType<SignOnProvider> = z
  .object({ issuer: z.string(), clientId: z.string(), role: z.enum(NEWCOMER_ROLES), verifiedBySchool: z.boolean(), updatedAt: z.string() })
  .meta({ id: 'SignOnProvider' });

export const signOnSchema: z.ZodType<SignOn> = z
  .object({ provider: signOnProviderSchema.nullable(), domains: z.array(z.string()), redirectUri: z.string() })
  .meta({ id: 'SignOn' });

export const signInMethodsSchema: z.ZodType<SignInMethods> = z.object({ signOn: z.boolean() }).meta({ id: 'SignInMethods' });

export const setSignOnSchema: z.ZodType<SetSignOn> = z
  .strictObject({
    issuer: webUrl(),
    clientId: text(255),
    clientSecret: text(1024),
    role: z.enum(NEWCOMER_ROLES),
    verifiedBySchool: z.boolean().optional(),
  })
  .meta({ id: 'SetSignOn', example: { ...EXAMPLE, clientSecret: 'kept-by-the-provider' } });

export const allowMailDomainSchema: z.ZodType<AllowMailDomain> = z
  .strictObject({
    domain: matching(MAIL_DOMAIN, 253, 'no-such-value', 'is not a mail domain in lower case such as school.example'),
  })
  .meta({ id: 'AllowMailDomain', example: { domain: 'school.example' } });

export const createSignOnRequestSchema: z.ZodType<CreateSignOnRequest> = z
  .strictObject({ email: email() })
  .meta({ id: 'CreateSignOnRequest', example: { email: 'grace@school.example' } });

export const signOnRequestSchema: z.ZodType<SignOnRequest> = z.object({ url: z.string() }).meta({ id: 'SignOnRequest' });

/** What a provider made is opaque, and has no control characters. */
const opaque = (max: number) => matching(/^[\x20-\x7e]+$/, max, 'malformed-text', 'is not what the provider sent: send it unchanged');

export const createSignOnSessionSchema: z.ZodType<CreateSignOnSession> = z
  .strictObject({ state: opaque(200), code: opaque(4096), iss: opaque(2048).optional() })
  .meta({ id: 'CreateSignOnSession', example: { state: 'af0ifjsldkj', code: 'SplxlOBeZQQYbYS6WxSbIA' } });
