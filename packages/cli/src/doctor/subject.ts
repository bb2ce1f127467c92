import { doctorTexts } from '@proofmark/messages/terminal';
import type { Json, JsonObject, Report } from '@proofmark/schemas';
import { type VerifyInput, verify } from '@proofmark/verifying';
import { type Opinion, opinionsOn } from '../input/opinions.js';
import { readInput } from '../input/read-input.js';
import { type Finding, problem } from './finding.js';
import { jsonIn, type Look, type Looked } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const texts = doctorTexts.subject;
const ACCEPT = 'application/vc, application/did+json;q=0.9, application/json;q=0.8, image/*;q=0.5, */*;q=0.1';

/** Whom the doctor is asked about. */
export interface Subject {
  /** The issuer's id; null when none was found, and the findings say why. */
  readonly issuer: string | null;
  /** What a badge that was given shows; null when none was. */
  readonly report: Report | null;
  /** What other libraries say about the signatures that were checked with it. */
  readonly opinions: readonly Opinion[];
  readonly findings: readonly Finding[];
}

/** Finds the issuer that an argument means: a DID, its address (or that of its DID document), or one of its badges (a file or an address). */
export async function findSubject(argument: string, look: Look, now: number): Promise<Subject> {
  const text = argument.trim();
  if (text.startsWith('did:')) return known(text);
  if (!/^https?:\/\//i.test(text)) return fromBadge(await readInput(text), look, now, text);
  const looked = await look.ask(text, ACCEPT, 'badge');
  const named = issuerNamed(jsonIn(looked));
  if (named !== null) return known(named);
  if (looked.fetched.ok) {
    const badge = await fromBadge({ bytes: looked.fetched.body }, look, now, text);
    if (badge.issuer !== null) return badge;
  }
  const candidate = await hosted(text, look);
  if (candidate !== null) return known(candidate);
  if (looked.fetched.ok) return { issuer: null, report: null, opinions: [], findings: [nobody(text)] };
  const serving = { id: 'subject', name: texts.name, types: JSON_TYPES, missing: texts.missing };
  return { issuer: null, report: null, opinions: [], findings: servedFindings(looked, serving) };
}

function known(issuer: string): Subject {
  return { issuer, report: null, opinions: [], findings: [] };
}

function nobody(text: string): Finding {
  return problem('subject', texts.nobody.text({ argument: text }), texts.nobody.remedy);
}

async function fromBadge(input: VerifyInput, look: Look, now: number, text: string): Promise<Subject> {
  const opinions = opinionsOn();
  const report = await verify(input, { ...look.ports, ...opinions.listener }, { at: now });
  const issuer = report.badge?.issuer.id ?? null;
  if (issuer === null) return { issuer: null, report: null, opinions: [], findings: [nobody(text)] };
  return { issuer, report, opinions: await opinions.ask(look.ports.tokens), findings: [] };
}

/** A DID document or a profile names its issuer; a credential names one too, and is more than that. */
function issuerNamed(json: Json | undefined): string | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const { id, type, credentialSubject, verificationMethod, assertionMethod } = json as JsonObject;
  if (typeof id !== 'string' || credentialSubject !== undefined) return null;
  const profile = [type].flat().includes('Profile');
  return profile || verificationMethod !== undefined || assertionMethod !== undefined ? id : null;
}

/** The DID whose document lies where a page of the issuer, or its whole host, would have it. */
async function hosted(address: string, look: Look): Promise<string | null> {
  const url = new URL(address);
  const places = [url.pathname === '/' ? '/.well-known/did.json' : `${url.pathname.replace(/\/$/, '')}/did.json`];
  for (const place of places) {
    const looked: Looked = await look.ask(new URL(place, url).href, 'application/did+json, application/json;q=0.9', 'issuer');
    const named = issuerNamed(jsonIn(looked));
    if (named !== null) return named;
  }
  return null;
}
