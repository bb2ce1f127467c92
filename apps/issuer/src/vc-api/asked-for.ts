import { type ProblemDetails, TYPES } from './problem-details.js';

/** What a caller wants of proofs, as read from `options`. */
export interface AskedFor {
  readonly domain: readonly string[] | null;
  readonly challenge: string | null;
  readonly purpose: string | null;
  /** Names of checks; null when the caller names none, and all are made. */
  readonly checks: readonly string[] | null;
}

/** What a proof says of itself. */
export interface StatedProof {
  readonly purpose: string | null;
  readonly domain: readonly string[];
  readonly challenge: string | null;
}

type Reading = { readonly ok: true; readonly asked: AskedFor } | { readonly ok: false; readonly problem: ProblemDetails };

/** Reads the `options` of a request. Options that are not known here are the business of others; those that are known are checked. */
export function readAskedFor(options: unknown): Reading {
  if (options === undefined || options === null) return { ok: true, asked: { domain: null, challenge: null, purpose: null, checks: null } };
  if (typeof options !== 'object' || Array.isArray(options)) return wrong('', 'an object');
  const { domain, challenge, expectedProofPurpose: purpose, checks } = options as Readonly<Record<string, unknown>>;
  const domains = domain === undefined || domain === null ? null : Array.isArray(domain) ? domain : [domain];
  if (domains !== null && !domains.every(isText)) return wrong('/domain', 'text');
  if (challenge !== undefined && challenge !== null && !isText(challenge)) return wrong('/challenge', 'text');
  if (purpose !== undefined && purpose !== null && !isText(purpose)) return wrong('/expectedProofPurpose', 'text');
  if (checks !== undefined && checks !== null && !(Array.isArray(checks) && checks.every(isText)))
    return wrong('/checks', 'a list of names');
  const named = Array.isArray(checks) && checks.length > 0 ? (checks as readonly string[]) : null;
  return {
    ok: true,
    asked: {
      domain: domains as readonly string[] | null,
      challenge: (challenge as string | null | undefined) ?? null,
      purpose: (purpose as string | null | undefined) ?? null,
      checks: named,
    },
  };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function wrong(place: string, expected: string): Reading {
  const pointer = `/options${place}`;
  return {
    ok: false,
    problem: { type: TYPES.malformed, title: 'An option is not valid', detail: `${pointer}: expected ${expected}.`, pointer },
  };
}

/** Whether the status of credentials was asked for; it is when no check is named. */
export function statusAsked({ checks }: AskedFor): boolean {
  return checks === null || checks.some((name) => name === 'credentialStatus' || name === 'status');
}

/**
 * Whether a proof was made for what is asked for (Data Integrity 1.0, 4.4): domain and challenge where they are named, and the purpose that
 * is named, or else one of `purposes`; null when any will do.
 */
export function compare(asked: AskedFor, proof: StatedProof, purposes: readonly string[] | null): readonly ProblemDetails[] {
  const problems: ProblemDetails[] = [];
  const expected = asked.purpose === null ? purposes : [asked.purpose];
  if (expected !== null && !expected.includes(proof.purpose ?? '')) {
    const detail = `The proof was made for another purpose than ${expected.join(' or ')}.`;
    problems.push({ type: TYPES.cryptography, title: 'The proof serves another purpose', detail });
  }
  if (asked.domain !== null && !sameSet(asked.domain, proof.domain)) {
    const detail = 'The proof was made for another domain than the one that is asked for.';
    problems.push({ type: TYPES.domain, title: 'The proof is meant for somebody else', detail });
  }
  if (asked.challenge !== null && asked.challenge !== proof.challenge) {
    const detail = 'The proof does not answer the challenge: it may have been made for another occasion.';
    problems.push({ type: TYPES.challenge, title: 'The proof answers another challenge', detail });
  }
  return problems;
}

function sameSet(asked: readonly string[], stated: readonly string[]): boolean {
  const [one, other] = [new Set(asked), new Set(stated)];
  return one.size === other.size && [...one].every((domain) => other.has(domain));
}
