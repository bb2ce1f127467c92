import { formatInstant, isFormattable, type JsonObject, listOf, member, textOf } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import type { Json, Outcome } from '@proofmark/schemas';
import { keyStanding } from '../authenticity/judge-proof.js';
import { toldRevocation } from '../authenticity/revocation-detail.js';
import { idOf } from '../credential/nodes.js';
import type { Sources } from '../documents/sources.js';
import { checkToken } from '../gather/tokens/check-token.js';
import { readDataUrl } from '../input/data-url.js';
import { readToken } from '../input/read-token.js';
import { contentOfToken } from '../input/token-content.js';
import type { Ports } from '../ports.js';
import { keySafety } from '../shape/key-safety.js';
import type { PresentationProof } from './presentation-report.js';

/** A presentation, and the token that secures it when it came in an envelope. */
export interface OpenedPresentation {
  readonly json: JsonObject;
  readonly jwt: DecodedJwt | null;
}

/**
 * Opens an `EnvelopedVerifiablePresentation` (VC Data Model 2.0, 4.13.2): a data URL with a token whose type is that of a presentation. Anything
 * else is the presentation itself. Null for an envelope with something else in it; nothing of the content is believed yet.
 */
export function openPresentation(json: JsonObject): OpenedPresentation | null {
  if (!listOf(member(json, 'type')).includes('EnvelopedVerifiablePresentation')) return { json, jwt: null };
  const reading = readToken(readDataUrl(textOf(json, 'id') ?? '')?.text ?? '');
  const content = reading.ok ? contentOfToken(reading.jwt) : null;
  return reading.ok && content?.kind === 'presentation' ? { json: content.json, jwt: reading.jwt } : null;
}

/** Who presents, by the presentation or by the claim of its token. */
export function holderOf({ json, jwt }: OpenedPresentation): string | null {
  return idOf(member(json, 'holder')) ?? textOf(jwt?.payload, 'iss');
}

/**
 * Checks the token of a presentation with a key that its holder uses for authentication (VC-JOSE-COSE, 3.1.2). The claims `aud` and `nonce` are
 * what domain and challenge are in an embedded proof.
 */
export async function checkPresentationToken(
  presentation: OpenedPresentation,
  jwt: DecodedJwt,
  ports: Ports,
  sources: Sources,
  now: number,
): Promise<PresentationProof> {
  const holder = holderOf(presentation);
  const { payload } = jwt;
  const named = holder === null ? {} : { issuer: holder };
  const fact = await checkToken(named, jwt, keySafety(payload), ports, sources, 'authentication');
  const signed = member(payload, 'iat');
  return {
    suite: fact.suite,
    verificationMethod: fact.verificationMethod,
    purpose: 'authentication',
    domain: listOf(member(payload, 'aud')).filter((one): one is string => typeof one === 'string'),
    challenge: textOf(payload, 'nonce'),
    created: dateOf(signed),
    notBefore: dateOf(member(payload, 'nbf')),
    expires: dateOf(member(payload, 'exp')),
    controller: fact.key.found === 'document' ? fact.key.documentId : null,
    signature: contradiction(payload, holder) ?? fact.signature,
    keyAuthorised: toldRevocation(keyStanding(fact, typeof signed === 'number' ? signed * 1000 : null, now), fact.key),
  };
}

function contradiction(payload: JsonObject, holder: string | null): Outcome | null {
  const issuer = member(payload, 'iss');
  return issuer === undefined || issuer === holder ? null : { outcome: 'failed', code: 'claim-mismatch', detail: { claim: 'iss' } };
}

/** A NumericDate as RFC 3339; empty for one that cannot be read, which then counts as over. */
function dateOf(claim: Json | undefined): string | null {
  if (claim === undefined) return null;
  const time = typeof claim === 'number' ? Math.floor(claim) * 1000 : Number.NaN;
  return isFormattable(time) ? formatInstant(time) : '';
}
