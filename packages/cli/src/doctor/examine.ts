import { doctorTexts } from '@proofmark/messages/terminal';
import { checkBadge } from './check-badge.js';
import { checkClock } from './check-clock.js';
import { checkDocument } from './check-document.js';
import { checkDomains } from './check-domains.js';
import { checkKeySets } from './check-key-sets.js';
import { checkKeys } from './check-keys.js';
import { checkOpinions } from './check-opinions.js';
import { checkRecord } from './check-record.js';
import { type Finding, note } from './finding.js';
import type { Look } from './look.js';
import { findSubject } from './subject.js';

/** What the doctor found. */
export interface Examination {
  /** The issuer's id, or null when the argument led to none. */
  readonly issuer: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Looks at an issuer from outside, as its verifiers do: can others check its badges?
 *
 * In: what the person gave, the network, and "now" in milliseconds. Out: findings, each with its remedy.
 */
export async function examine(argument: string, look: Look, now: number): Promise<Examination> {
  const { issuer, report, opinions, findings } = await findSubject(argument, look, now);
  if (issuer === null) return { issuer, findings };
  const { document, json, looked, findings: reached } = await checkDocument(issuer, look);
  const keys = document === null ? [] : checkKeys(document, json);
  const sets = document === null || looked === null ? [] : await checkKeySets(document, looked.request.url, look);
  const domains = document === null || looked === null ? [] : await checkDomains(document, look, now);
  const record = document === null || looked === null ? [] : await checkRecord(document, json, look);
  const clock = looked === null ? [] : checkClock(looked, now);
  const badge = report !== null ? checkBadge(report, look) : document === null ? [] : [withoutBadge()];
  return {
    issuer,
    findings: [...findings, ...reached, ...keys, ...sets, ...domains, ...record, ...clock, ...badge, ...checkOpinions(opinions)],
  };
}

function withoutBadge(): Finding {
  const { text, remedy } = doctorTexts.subject['no-badge'];
  return note('status', text, remedy);
}
