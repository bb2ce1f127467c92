import type { Json, JsonObject, Outcome, Report } from '@proofmark/schemas';
import { badgeRequest } from '../documents/requests.js';
import { hostOf, type Sources, utf8 } from '../documents/sources.js';
import { isLinkedIn } from '../input/linked-in.js';
import type { VerifyInput } from '../input/verify-input.js';
import { idOf } from '../json.js';
import type { Policy, Ports } from '../ports.js';
import { provenDomains } from './domains.js';
import { must, text } from './must.js';
import { notRead } from './not-read.js';
import { namesIn, parse, readToken, type Token } from './read.js';
import { reportOf } from './report.js';
import { date } from './scalars.js';
import { proved, signedToken } from './secured.js';
import { askStatus } from './status.js';
import { BADGE, walk } from './walk.js';

const MAX_LENGTH = 1_000_000;

/**
 * Verifies a badge that is exactly as we issue badges, by its own short way: one walk instead of gate, schema and JSON-LD, one form of
 * proof, key and status list. Null for every other badge, and for every question beside genuineness: then the full verification decides.
 * An answer is the report that the full verification gives, word for word; a test compares them over all that it knows. An address that
 * does not answer with anything needs no full verification either.
 *
 * Whatever it asked for, `sources` remembers, so that nobody is asked twice.
 */
export async function verifyPlain(input: VerifyInput, ports: Ports, policy: Policy, sources: Sources): Promise<Report | null> {
  try {
    const { at: now, ...more } = policy;
    must(Object.values(more).every((one) => one === undefined) && ports.lists === undefined);
    const handed = await handedIn(input, sources);
    if ('outcome' in handed) return notRead(handed, policy, sources);
    const { credential, token } = handed;
    const { crypto } = ports;
    const proof =
      token === null
        ? await proved(credential, BADGE, crypto, sources)
        : await signedToken(token, text(idOf(credential.issuer)), crypto, sources);
    const status = await askStatus(credential.credentialStatus, proof.issuer, ports, sources, now);
    const domains = await provenDomains(proof, ports, sources, now);
    return { ...reportOf({ credential, proof, status, domains, now }), contacted: sources.contacted() };
  } catch {
    return null;
  }
}

interface HandedIn {
  readonly credential: JsonObject;
  readonly token: Token | null;
}

/** The badge, or what kept its address from giving one. */
async function handedIn(input: VerifyInput, sources: Sources): Promise<HandedIn | Outcome> {
  if ('json' in input) {
    // As text it keeps the bounds of text, and stays what it is while others are asked. What is no JSON loses members on the way.
    const handed = read(JSON.stringify(input.json));
    must(namesIn(handed.credential) === namesIn(input.json));
    return handed;
  }
  if ('bytes' in input) return read(utf8(input.bytes));
  if (!('url' in input)) return read(input.text);
  const url = input.url.trim();
  must(URL.canParse(url) && !isLinkedIn(url));
  const fetched = await sources.fetch(badgeRequest(url));
  if (fetched.ok) return read(utf8(fetched.body));
  const { code: reason, status } = fetched;
  must(reason !== 'offline');
  const detail = { host: hostOf(url), reason, ...(status === undefined ? {} : { status }) };
  return { outcome: 'unknown', code: 'badge-unreachable', detail };
}

function read(written: string | null): HandedIn {
  must(written !== null && written.length < MAX_LENGTH);
  if (written.trimStart().startsWith('{')) return { credential: parse(written.trimStart()), token: null };
  const token = readToken(written.trim());
  return { credential: claimed(token.payload), token };
}

/** The badge in a token, which says the same as the token's claims (OB 3.0, 8.2.4). */
function claimed({ iss, sub, jti, nbf, exp, ...credential }: JsonObject): JsonObject {
  walk(credential, BADGE);
  const seconds = (value: Json | undefined): number | undefined => (value === undefined ? undefined : date(value) / 1000);
  const { id, issuer, credentialSubject, validFrom, validUntil } = credential;
  must(iss === idOf(issuer) && sub === (credentialSubject as JsonObject).id && jti === id);
  must(nbf === seconds(validFrom) && exp === seconds(validUntil));
  return credential;
}
