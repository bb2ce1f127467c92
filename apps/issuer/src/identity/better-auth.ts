import { createHash } from 'node:crypto';
import type { BetterAuthOptions } from '@better-auth/core';
import { createAuthEndpoint } from '@better-auth/core/api';
import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import { newSecretText } from '../issuing/access/secret-text.js';
import { newId } from '../issuing/identifiers.js';
import { type BegunSession, type Caller, type Identity, SESSION_DAYS } from '../issuing/people/identity.js';
import type { IdSource } from '../issuing/ports.js';
import { hashedTokens } from './hashed-tokens.js';
import { sessionCookieName } from './session-cookie-name.js';

export interface IdentityOptions extends IdSource {
  readonly pool: pg.Pool;
  /** The service's public URL without a slash at the end. */
  readonly baseUrl: string;
  /** Signs the cookies: the same for every process. */
  readonly secret: string;
}

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

const SESSION_COLUMNS = {
  ...TIMES,
  ...{ userId: 'person_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent' },
} as const;

const ACCOUNT_COLUMNS = {
  ...TIMES,
  ...{ userId: 'person_id', accountId: 'account_id', providerId: 'provider_id' },
  ...{ accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token' },
  ...{ accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at' },
} as const;

/** Without a password, and without any endpoint: its functions are called by use cases, and its handler is mounted nowhere. */
export function betterAuthIdentity({ pool, baseUrl, secret, clock, random }: IdentityOptions): Identity {
  const name = sessionCookieName(baseUrl);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const auth = betterAuth({
    ...{ baseURL: baseUrl, secret, telemetry: { enabled: false }, logger: { disabled: true }, rateLimit: { enabled: false } },
    database: (options: BetterAuthOptions) => hashedTokens(kyselyAdapter(db, { type: 'postgres', transaction: false })(options), hashOf),
    user: { modelName: 'person', fields: { ...TIMES, emailVerified: 'email_verified' } },
    session: {
      ...{ modelName: 'person_session', fields: SESSION_COLUMNS },
      additionalFields: { organisationId: { type: 'string', required: false, input: false, fieldName: 'organisation_id' } },
      ...{ expiresIn: SESSION_DAYS * 86_400, disableSessionRefresh: true },
    },
    account: { modelName: 'person_account', fields: ACCOUNT_COLUMNS },
    verification: { modelName: 'person_verification', fields: { ...TIMES, expiresAt: 'expires_at' }, disableCleanup: true },
    advanced: {
      ...{ database: { generateId: () => newId({ clock, random }), validateSchema: false }, useSecureCookies: false },
      ...{ ipAddress: { disableIpTracking: true }, disableCSRFCheck: false },
      cookies: {
        session_token: { name, attributes: { httpOnly: true, sameSite: 'strict', secure: baseUrl.startsWith('https:'), path: '/' } },
      },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, token: newSecretText('session', random) } }) } },
    },
    plugins: [{ id: 'begin-session', endpoints: { beginSession } }],
  });
  return {
    async beginSession(personId, caller) {
      const answer = await auth.api.beginSession({ body: { personId }, headers: headersOf(caller), asResponse: true });
      return begun(answer, name);
    },
    async findSession(cookies) {
      const found = await auth.api.getSession({ headers: new Headers({ cookie: cookies }) });
      if (found === null) return null;
      const { id, updatedAt, organisationId } = found.session;
      return { personId: found.user.id, sessionId: id, seenAt: updatedAt, organisationId: organisationId ?? null };
    },
  };
}

/** An internal call that begins a session. It is no HTTP endpoint. */
const beginSession = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ personId: z.string() }), requireHeaders: true },
  async (ctx) => {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(ctx.body.personId);
    if (user === null) throw new Error('nobody has this id');
    const session = await internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ token: session.token, user, session });
  },
);

async function begun(answer: Response, name: string): Promise<BegunSession> {
  const { session, token, user } = (await answer.json()) as Readonly<{ session: { id: string }; token: string; user: { id: string } }>;
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`));
  if (cookie === undefined) throw new Error('a session began without its cookie');
  return { personId: user.id, sessionId: session.id, secret: token, cookie };
}

function headersOf({ userAgent }: Caller): Headers {
  return new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 300) });
}

/** Secrets of 256 random bits: a plain hash is enough. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
