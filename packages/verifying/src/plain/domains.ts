import type { JsonObject } from '@proofmark/schemas';
import { isEarly } from '../authenticity/clock.js';
import { domainRequest } from '../documents/requests.js';
import type { Sources } from '../documents/sources.js';
import { idOf, isObject, listOf } from '../json.js';
import { LIMITS } from '../limits.js';
import type { Ports } from '../ports.js';
import { didWeb } from './did-web.js';
import { must, text } from './must.js';
import { fetchJson, readToken } from './read.js';
import { date } from './scalars.js';
import { type Proved, signedToken } from './secured.js';

const MEMBERS = '@context,credentialSubject,expirationDate,issuanceDate,issuer,type';

/** The web domains that an issuer is proved to hold: its own host, and every one that its document names; each of them must agree. */
export async function provenDomains(
  { issuer, linkedDomains }: Proved,
  ports: Ports,
  sources: Sources,
  now: number,
): Promise<readonly string[]> {
  const own = didWeb(issuer);
  must(linkedDomains.length <= LIMITS.linkedDomains && new Set(linkedDomains).size === linkedDomains.length);
  const linked = await Promise.all(linkedDomains.map((origin) => askDomain(origin, issuer, ports, sources, now)));
  return own?.whole ? [own.host, ...linked] : linked;
}

/** Asks one domain for the token in which the issuer linked the two (DIF Well Known DID Configuration, 4.2); answers its host. */
async function askDomain(origin: string, issuer: string, ports: Ports, sources: Sources, now: number): Promise<string> {
  const { origin: plain, host } = new URL(origin);
  must(plain === origin && host !== didWeb(issuer)?.host && /^https:|^http:\/\/localhost(?::\d+)?$/.test(origin));
  const { linked_dids: linked } = await fetchJson(domainRequest(origin), sources);
  must(Array.isArray(linked));
  const [token, ...others] = listOf(linked)
    .map((one) => readToken(text(one)))
    .filter(({ payload }) => payload.iss === issuer);
  must(token !== undefined && others.length === 0);
  await signedToken(token, issuer, ports.crypto, sources);
  const { sub, nbf, exp, vc } = token.payload;
  must(sub === issuer && isObject(vc) && listOf(vc.type).includes('DomainLinkageCredential') && idOf(vc.issuer) === issuer);
  must(Object.keys(vc).sort().join() === MEMBERS);
  const { id, origin: named } = vc.credentialSubject as JsonObject;
  must(id === issuer && named === origin);
  const [from, until] = [date(vc.issuanceDate), date(vc.expirationDate)];
  must(nbf === from / 1000 && exp === until / 1000 && !isEarly(from, now) && until >= now);
  return host;
}
