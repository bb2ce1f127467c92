import { decodeUtf8Document, isObject, member, textOf } from '@proofmark/primitives';
import { DID_CONFIGURATION } from '@proofmark/proofs';
import type { Json, JsonObject, Outcome } from '@proofmark/schemas';
import { originOf, platformOf } from '../credential/issuer-domains.js';
import { idOf } from '../credential/nodes.js';
import { domainRequest } from '../documents/requests.js';
import type { Sources } from '../documents/sources.js';
import type { DomainFact, LinkageFact } from '../facts/issuer-facts.js';
import { UNREAD } from '../form/unread.js';
import { parseJson } from '../input/parse-json.js';
import { readToken } from '../input/read-token.js';
import { contentOfToken } from '../input/token-content.js';
import { lazily } from '../lazy.js';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';
import { keySafety } from '../shape/key-safety.js';
import { checkOwnProofs } from './check-proof-set.js';
import { credentialOf, type Linkage, linkageFault, tokenFault, validityOf } from './linkage-shape.js';
import { checkToken } from './tokens/check-token.js';

/**
 * Asks the web domains that the issuer's document names whether they name the issuer too (DIF Well Known DID Configuration).
 * To be called for an issuer whose signature is good. The host under which the issuer lives beside others is not asked: what it says
 * about itself is true of all of them.
 */
export async function gatherDomains(
  issuer: string,
  endpoints: readonly string[],
  ports: Ports,
  sources: Sources,
): Promise<readonly DomainFact[]> {
  const named = [...new Set(endpoints.map((endpoint) => originOf(endpoint) ?? endpoint))];
  const platform = platformOf(issuer);
  const foreign = named.filter((origin) => originOf(origin) === null || new URL(origin).host !== platform);
  return Promise.all(foreign.slice(0, LIMITS.linkedDomains).map((origin) => askDomain({ issuer, origin }, ports, sources)));
}

async function askDomain(linkage: Linkage, ports: Ports, sources: Sources): Promise<DomainFact> {
  const { origin } = linkage;
  const silent = (fault: Extract<DomainFact['answer'], { kind: 'silent' }>['fault']): DomainFact => ({
    origin,
    answer: { kind: 'silent', fault },
  });
  if (originOf(origin) === null) return silent('not-an-origin');
  const fetched = await sources.fetch(domainRequest(origin));
  if (!fetched.ok) {
    if (fetched.status === 404 || fetched.status === 410) return silent('no-configuration');
    return { origin, answer: { kind: 'unreachable', code: fetched.code } };
  }
  const reading = parseJson(decodeUtf8Document(fetched.body) ?? '');
  const linked = reading.ok ? member(reading.json, 'linked_dids') : undefined;
  if (!Array.isArray(linked)) return silent('malformed');
  const mine = (linked as readonly Json[]).filter((entry) => namedIssuer(entry) === linkage.issuer).slice(0, LIMITS.linkages);
  if (mine.length === 0) return silent('other-issuer');
  const credentials = await Promise.all(mine.map((entry) => checkLinkage(entry, linkage, ports, sources)));
  return { origin, answer: { kind: 'credentials', credentials: credentials.filter((one) => one !== null) } };
}

/** Whom an entry claims to come from: enough to leave the others' alone. */
function namedIssuer(entry: Json): string | null {
  if (typeof entry !== 'string') return idOf(member(entry, 'issuer'));
  const reading = readToken(entry.trim());
  return reading.ok ? textOf(reading.jwt.payload, 'iss') : null;
}

async function checkLinkage(entry: Json, linkage: Linkage, ports: Ports, sources: Sources): Promise<LinkageFact | null> {
  if (typeof entry === 'string') {
    const reading = readToken(entry.trim());
    if (!reading.ok) return null;
    const { jwt } = reading;
    const credential = credentialOf(jwt);
    const safety = keySafety(jwt.payload);
    const proof = await checkToken(credential, jwt, safety, ports, sources);
    const claimed = { header: jwt.header, claims: jwt.payload };
    const secured = { credential, jwt: claimed, gate: safety, keySafety: safety, schema: null, proofs: [proof] };
    const validity = validityOf(credential, jwt.payload);
    const held = contentOfToken(jwt).kind === 'credential' ? tokenFault(jwt, credential, linkage) : 'shape';
    const fault = held ?? (validity === null ? 'dates' : null);
    return { secured, fault, from: validity?.from ?? null, until: validity?.until ?? null };
  }
  return isObject(entry) ? checkEmbeddedLinkage(entry, linkage, ports, sources) : null;
}

async function checkEmbeddedLinkage(credential: JsonObject, linkage: Linkage, ports: Ports, sources: Sources): Promise<LinkageFact> {
  const validity = validityOf(credential);
  const fault = linkageFault(credential, linkage) ?? (validity === null ? 'dates' : null);
  const safety = keySafety(credential);
  // The strict shape is this credential's gate: what does not have it is not looked at further.
  const gate: Outcome = fault === null ? safety : { outcome: 'failed', code: 'restructured', detail: { fault } };
  const full = await lazily(() => import('../form/full-form.js'));
  const { canonicalise, proofShape } =
    full === null
      ? UNREAD
      : { canonicalise: full.canonicaliser(ports.crypto, sources.budget, DID_CONFIGURATION), proofShape: full.proofShape };
  const proofs = await checkOwnProofs(
    { document: credential, credential, canonicalise, gate, keySafety: safety, proofShape },
    ports,
    sources,
  );
  const secured = { credential, jwt: null, gate, keySafety: safety, schema: null, proofs };
  return { secured, fault, from: validity?.from ?? null, until: validity?.until ?? null };
}
