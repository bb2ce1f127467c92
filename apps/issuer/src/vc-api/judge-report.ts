import { describeCheck, describeVerdict, nameOfCheck } from '@proofmark/messages';
import type { CheckId, Outcome, Report } from '@proofmark/schemas';
import { notVerified, type ProblemDetails, TYPES } from './problem-details.js';

const PROOF: readonly CheckId[] = ['signature', 'issuer-resolved', 'issuer-binding', 'key-authorised'];
const STATUS: readonly CheckId[] = ['status-list', 'revoked', 'suspended'];

export interface Judgement {
  readonly problems: readonly ProblemDetails[];
  /** What could not be answered and was not asked for. */
  readonly warnings: readonly ProblemDetails[];
}

/** The problems that keep a credential from being verified; none when its verdict is a genuine one; a test has a warning. A status that was not asked for may stay unanswered, but not say no. */
export function judgeReport(report: Report, baseUrl: string, statusAsked: boolean): Judgement {
  if (report.verdict.startsWith('genuine')) return { problems: [], warnings: [] };
  if (report.verdict === 'test') return { problems: [], warnings: [testWarning(report, baseUrl)] };
  const all = report.because.map((id) => problemOf(id, report.checks[id], baseUrl));
  // Several checks may stop at the same thing.
  const found = all.filter(({ detail }, at) => all.findIndex((other) => other.detail === detail) === at);
  const open = report.verdict === 'unfinished' && report.because.every((id) => STATUS.includes(id));
  return open && !statusAsked ? { problems: [], warnings: found } : { problems: found, warnings: [] };
}

/** What is verified is a test: its signature holds, and it was awarded to nobody. */
function testWarning(report: Report, baseUrl: string): ProblemDetails {
  const { title, text } = describeVerdict(report);
  return { type: notVerified(baseUrl), title, detail: text };
}

function problemOf(id: CheckId, outcome: Outcome, baseUrl: string): ProblemDetails {
  const { happened, means } = describeCheck(id, outcome);
  const detail = [happened, means].filter((text) => text !== '').join(' ');
  return { type: typeOf(id, outcome) ?? notVerified(baseUrl), title: nameOfCheck(id), detail, ...place(outcome) };
}

function place({ detail }: Outcome): { readonly pointer?: string } {
  return typeof detail?.pointer === 'string' ? { pointer: detail.pointer } : {};
}

/** A proof value that cannot be one was not compared with anything (VC-DI-ECDSA 3.5.8 and 3.6.7, VC-DI-EDDSA 3.2.2). */
export function typeOfSignature({ outcome, detail }: Outcome): string {
  const compared = outcome === 'failed' && !['proof-value', 'signature-count'].includes(String(detail?.reason));
  return compared ? TYPES.cryptography : TYPES.verification;
}

/** Null for what no standard has a type for. */
function typeOf(id: CheckId, outcome: Outcome): string | null {
  if (outcome.outcome === 'unknown') return PROOF.includes(id) ? TYPES.verification : STATUS.includes(id) ? statusType(outcome) : null;
  if (outcome.outcome !== 'failed') return null;
  switch (id) {
    case 'format':
      return outcome.code === 'malformed' ? TYPES.parsing : TYPES.malformed;
    case 'schema':
      return TYPES.malformed;
    case 'signature':
      return typeOfSignature(outcome);
    case 'shape':
    case 'issuer-resolved':
    case 'issuer-binding':
    case 'key-authorised':
    case 'claims':
      return TYPES.cryptography;
    case 'valid-from':
    case 'valid-until':
      return TYPES.range;
    default:
      return null;
  }
}

/** Bitstring Status List 1.0, 3.2 says which error each fault is. */
function statusType({ code, detail }: Extract<Outcome, { outcome: 'unknown' }>): string | null {
  if (code === 'status-unreachable' || code === 'offline') return TYPES.statusRetrieval;
  if (code === 'status-list-untrusted') return TYPES.statusVerification;
  if (code !== 'status-list-invalid') return null;
  if (detail?.fault === 'too-short') return TYPES.statusLength;
  if (detail?.fault === 'index') return TYPES.range;
  return detail?.fault === 'entry' ? TYPES.malformed : TYPES.statusVerification;
}
