import { decodeUtf8Document, isObject, isUrl, member, textOf } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { RegistryFact, Validity } from '../facts/issuer-facts.js';
import { parseJson } from '../input/parse-json.js';
import { LIMITS } from '../limits.js';
import type { Ports, Registry } from '../ports.js';
import { bothValid, type EntityStatement, entityText, readStatement, tokenIn } from './entity-statement.js';

type Answer = RegistryFact['answer'];

const ALWAYS: Validity = { from: null, until: null };
const WELL_KNOWN = '/.well-known/openid-federation';
const STATEMENT = 'application/entity-statement+jwt';

/** Asks the reader's registries about an issuer whose signature is good. The order is the reader's: the most authoritative first. */
export function gatherRegistries(
  issuer: string,
  registries: readonly Registry[],
  ports: Ports,
  sources: Sources,
): Promise<readonly RegistryFact[]> {
  return Promise.all(registries.map((registry) => ask(issuer, registry, ports, sources)));
}

async function ask(issuer: string, registry: Registry, ports: Ports, sources: Sources): Promise<RegistryFact> {
  const { url, kind, json, name: called = null } = registry;
  const fact = (answer: Answer, name: string | null = null): RegistryFact => ({ url, called, name, answer });
  if (json !== undefined) return fact(lookUp(issuer, json));
  const address = kind === 'openid-federation' && !url.endsWith(WELL_KNOWN) ? `${url.replace(/\/$/, '')}${WELL_KNOWN}` : url;
  const accept = kind === 'json' ? 'application/json' : kind === undefined ? `application/json, ${STATEMENT}` : STATEMENT;
  const fetched = await sources.fetch({ url: address, accept, maxBytes: LIMITS.registryBytes, for: 'registry' });
  if (!fetched.ok) return fact({ kind: 'unreachable', code: fetched.code });
  const text = decodeUtf8Document(fetched.body) ?? '';
  const token = kind === 'json' ? null : tokenIn(text);
  if (kind === 'openid-federation' || token !== null) {
    const reading = await readStatement(token, token?.payload.jwks, ports);
    if (!reading.ok) return fact({ kind: 'invalid', fault: reading.fault });
    const { claims } = reading.statement;
    if (typeof claims.iss !== 'string' || claims.iss !== claims.sub) return fact({ kind: 'invalid', fault: 'not-about-itself' });
    return fact(await askFederation(issuer, reading.statement, ports, sources), entityText(reading.statement, 'organization_name'));
  }
  const reading = parseJson(text);
  return fact(reading.ok ? lookUp(issuer, reading.json) : { kind: 'invalid', fault: 'not-a-registry' });
}

/** The registry form of the Digital Credentials Consortium: an object from DIDs to what is known of them. */
function lookUp(issuer: string, json: Json): Answer {
  const registry = member(json, 'registry');
  if (!isObject(registry)) return { kind: 'invalid', fault: 'not-a-registry' };
  const entry = member(registry, issuer);
  if (entry === undefined) return { kind: 'not-listed', validity: ALWAYS };
  return { kind: 'listed', name: textOf(entry, 'name'), validity: ALWAYS };
}

/** OpenID Federation 1.0, 8.1: the fetch endpoint answers the registry's own statement about the issuer, or 404. */
async function askFederation(issuer: string, registry: EntityStatement, ports: Ports, sources: Sources): Promise<Answer> {
  const endpoint = entityText(registry, 'federation_fetch_endpoint') ?? '';
  if (!isUrl(endpoint)) return { kind: 'invalid', fault: 'no-fetch-endpoint' };
  const url = new URL(endpoint);
  url.searchParams.set('sub', issuer);
  const fetched = await sources.fetch({ url: url.href, accept: STATEMENT, maxBytes: LIMITS.documentBytes, for: 'registry' });
  if (!fetched.ok) {
    return fetched.status === 404 ? { kind: 'not-listed', validity: registry.validity } : { kind: 'unreachable', code: fetched.code };
  }
  const reading = await readStatement(tokenIn(decodeUtf8Document(fetched.body) ?? ''), registry.claims.jwks, ports);
  if (!reading.ok) return { kind: 'invalid', fault: reading.fault };
  const { claims, validity } = reading.statement;
  if (!speaksOf(claims, registry.claims, issuer)) return { kind: 'invalid', fault: 'about-another' };
  return { kind: 'listed', name: entityText(reading.statement, 'organization_name'), validity: bothValid(validity, registry.validity) };
}

function speaksOf(claims: JsonObject, registry: JsonObject, issuer: string): boolean {
  return claims.iss === registry.sub && claims.sub === issuer;
}
