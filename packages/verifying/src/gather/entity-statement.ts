import { member, textOf } from '@proofmark/primitives';
import { checkJws, type DecodedJwt, type ListedKey, readJwks } from '@proofmark/proofs';
import type { Json, JsonObject } from '@proofmark/schemas';
import type { Validity } from '../facts/issuer-facts.js';
import { readToken } from '../input/read-token.js';
import type { Ports } from '../ports.js';

/** A statement of a federation whose signature is good. */
export interface EntityStatement {
  readonly claims: JsonObject;
  readonly validity: Validity;
}

export type StatementReading =
  | { readonly ok: true; readonly statement: EntityStatement }
  | {
      readonly ok: false;
      readonly fault: 'not-a-statement' | 'wrong-type' | 'critical-claim' | 'no-key' | 'signature' | 'unsupported' | 'dates';
    };

/** A body as a token, or null. Nothing of it is believed yet. */
export function tokenIn(text: string): DecodedJwt | null {
  const reading = readToken(text.trim());
  return reading.ok ? reading.jwt : null;
}

/**
 * Checks an entity statement with the keys of its expected signer (OpenID Federation 1.0, 3.2). For the statement that an
 * entity makes about itself, those are its own `jwks`.
 */
export async function readStatement(jwt: DecodedJwt | null, jwks: Json | undefined, ports: Ports): Promise<StatementReading> {
  if (jwt === null) return { ok: false, fault: 'not-a-statement' };
  if (jwt.typ !== 'entity-statement+jwt') return { ok: false, fault: 'wrong-type' };
  if (jwt.payload.crit !== undefined) return { ok: false, fault: 'critical-claim' };
  const set = readJwks(jwks);
  const keys = set.kind === 'jwks' ? set.keys.filter(({ kid }: ListedKey) => kid !== null && kid !== '' && kid === jwt.kid) : [];
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return { ok: false, fault: 'no-key' };
  const { outcome } = await checkJws({ jwt, key: key.key, tokens: ports.tokens });
  if (outcome !== 'valid') return { ok: false, fault: outcome === 'invalid' ? 'signature' : 'unsupported' };
  const from = milliseconds(jwt.payload.iat);
  const until = milliseconds(jwt.payload.exp);
  if (from === null || until === null) return { ok: false, fault: 'dates' };
  return { ok: true, statement: { claims: jwt.payload, validity: { from, until } } };
}

/** What a statement says about the federation entity that it is about: its name, or the address of its fetch endpoint. */
export function entityText({ claims }: EntityStatement, key: 'organization_name' | 'federation_fetch_endpoint'): string | null {
  return textOf(member(member(claims, 'metadata'), 'federation_entity'), key);
}

/** When both of two statements count. */
export function bothValid(a: Validity, b: Validity): Validity {
  return { from: Math.max(a.from ?? 0, b.from ?? 0), until: Math.min(a.until ?? 0, b.until ?? 0) };
}

/** A NumericDate. A registry in production writes them as text; the signature covers either. */
function milliseconds(value: Json | undefined): number | null {
  if (typeof value === 'string' && /^\d{1,12}$/.test(value)) return Number(value) * 1000;
  return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : null;
}
