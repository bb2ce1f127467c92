import { isEarly, isUrl } from '@proofmark/primitives';
import type { Outcome } from '@proofmark/schemas';
import { issuerOf } from '../authenticity/judge-proof.js';
import { platformOf } from '../credential/issuer-domains.js';
import type { IssuerFacts, RegistryFact, Validity } from '../facts/issuer-facts.js';
import type { Policy } from '../ports.js';
import { type Check, type CheckContext, issuerBlock } from './check-context.js';
import { domainAnswers } from './proven-domains.js';

/**
 * Whether the reader knows the issuer: by its id, or by a domain that it is proved to hold, on the reader's own list; or by one of the
 * reader's registries, whose name for the issuer then counts instead of the one that the badge claims (OpenID Federation 1.0; the
 * registries of the Digital Credentials Consortium). A platform's domain confirms none of its tenants, and who could not be asked has
 * said neither yes nor no. An issuer that the operator of its platform has suspended is known to nobody for now: a list may be older than that.
 */
export const issuerTrusted: Check = (context) => {
  const issuer = issuerOf(context.credential) ?? '';
  const stop = issuerBlock(context);
  return (stop === null ? suspension(issuer, context) : null) ?? trustOutcome(issuer, context.facts.issuer, context.policy, stop);
};

function suspension(issuer: string, { primary }: CheckContext): Outcome | null {
  const key = primary?.proof.key;
  if (key?.found !== 'document' || !key.suspended) return null;
  const { since, reason } = key.suspended;
  const detail = { host: platformOf(issuer), date: since, ...(reason === null ? {} : { reason }) };
  return { outcome: 'unknown', code: 'issuer-suspended', detail };
}

/** The same for an issuer by its id; `stop` is what to answer where it is not proved to have issued the badge. */
export function trustOutcome(issuer: string, facts: IssuerFacts, policy: Policy, stop: Outcome | null): Outcome {
  const { trustedIssuers = [], registries = [], at: now } = policy;
  if (trustedIssuers.length + registries.length === 0) return { outcome: 'not-applicable', reason: 'no-trust-list' };
  if (stop !== null) return stop;
  const domains = domainAnswers(issuer, facts, now);
  const holds = (kind: 'proven' | 'unreachable' | 'undecided', entry: string): boolean =>
    domains.some((answer) => answer.kind === kind && answer.domain === asDomain(entry));
  const entry = trustedIssuers.find((text) => text.trim() === issuer || holds('proven', text));
  const answers = facts.registries.map((fact) => answerOf(fact, now));
  const listed = answers.find(({ answer }) => answer === 'listed');
  const unread = answers.filter(({ answer }) => answer === 'unread').map(({ registry }) => registry);
  if (entry !== undefined || listed !== undefined) {
    const by = listed === undefined ? {} : { registry: listed.registry, ...(listed.name === null ? {} : { name: listed.name }) };
    return { outcome: 'passed', detail: { ...(entry === undefined ? {} : { entry }), ...by, ...(unread.length > 0 ? { unread } : {}) } };
  }
  if (unread.length > 0) return { outcome: 'unknown', code: 'registry-unreachable', detail: { registries: unread } };
  return hidden(trustedIssuers.find((text) => holds('unreachable', text) || holds('undecided', text))) ?? notListed(issuer);
}

/** An entry of the list is a domain that the issuer claims, and the domain could not be asked. */
function hidden(entry: string | undefined): Outcome | null {
  return entry === undefined ? null : { outcome: 'unknown', code: 'domain-unreachable', detail: { domain: asDomain(entry) } };
}

function notListed(issuer: string): Outcome {
  return { outcome: 'failed', code: 'issuer-not-listed', detail: { issuer } };
}

interface RegistryAnswer {
  readonly registry: string;
  readonly answer: 'listed' | 'not-listed' | 'unread';
  readonly name: string | null;
}

function answerOf({ url, called, name, answer }: RegistryFact, now: number): RegistryAnswer {
  if (answer.kind === 'unreachable' || answer.kind === 'invalid' || !counts(answer.validity, now)) {
    // By its address: that is what the reader may have to correct.
    return { registry: called ?? url, answer: 'unread', name: null };
  }
  return { registry: called ?? name ?? url, answer: answer.kind, name: answer.kind === 'listed' ? answer.name : null };
}

function counts({ from, until }: Validity, now: number): boolean {
  return (from === null || !isEarly(from, now)) && (until === null || now < until);
}

/** An entry as a host, in the letters of the domain name system: `https://acme.example/` and `Acme.example` mean the same. */
function asDomain(entry: string): string {
  const address = `https://${entry.trim().replace(/^https?:\/\//i, '')}`;
  return isUrl(address) ? new URL(address).host : entry;
}
