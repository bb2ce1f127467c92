import { describeCheck, nameOfCheck } from '@proofmark/messages';
import { doctorTexts } from '@proofmark/messages/terminal';
import { decodeUtf8Document, member } from '@proofmark/primitives';
import { decodeJwt } from '@proofmark/proofs';
import type { CheckId, FailedCode, Json, Report, UnknownCode } from '@proofmark/schemas';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import { jsonIn, type Look, type Looked } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const AUTHENTIC: readonly CheckId[] = ['shape', 'schema', 'issuer-resolved', 'issuer-binding', 'key-authorised', 'signature', 'claims'];
const DAY = 86_400_000;
const LIST_TYPES = ['application/vc', ...JSON_TYPES, 'application/vc+jwt', 'application/jwt'];

const { badge: texts, status: statusTexts } = doctorTexts;

const BADGE = {
  id: 'badge-address',
  name: texts.name,
  types: [...LIST_TYPES, 'text/plain', 'image/png', 'image/svg+xml'],
  missing: texts.missing,
};

/** Checks a badge of the issuer: whether it verifies, and whether its status list is public (Bitstring Status List 1.0). */
export function checkBadge(report: Report, look: Look): readonly Finding[] {
  const served = look.askedFor('badge').flatMap((looked) => servedFindings(looked, BADGE));
  return [...served, ...checkProof(report), ...checkStatus(report), ...look.askedFor('status').flatMap(checkList)];
}

const REMEDIES: Readonly<Partial<Record<FailedCode | UnknownCode, string>>> = texts.remedies;

function checkProof({ checks }: Report): readonly Finding[] {
  const findings = AUTHENTIC.flatMap((id): readonly Finding[] => {
    const outcome = checks[id];
    if (outcome.outcome !== 'failed' && outcome.outcome !== 'unknown') return [];
    // It is the consequence of another line.
    if (outcome.code === 'not-reached') return [];
    const text = texts['not-passed']({ check: nameOfCheck(id), code: outcome.code, happened: describeCheck(id, outcome).happened });
    const remedy = REMEDIES[outcome.code] ?? texts.remedies.other;
    return [outcome.outcome === 'failed' ? problem('badge', text, remedy) : unknown('badge', text, remedy)];
  });
  if (findings.length > 0) return findings;
  const sound = [checks.signature, checks['issuer-binding'], checks['key-authorised']].every(({ outcome }) => outcome === 'passed');
  return [sound ? ok('badge', texts.ok) : unknown('badge', texts.unknown, texts.first)];
}

function checkStatus({ checks }: Report): readonly Finding[] {
  const outcome = checks['status-list'];
  if (outcome.outcome === 'passed') return [ok('status', statusTexts.ok)];
  if (outcome.outcome === 'not-applicable') {
    return outcome.reason === 'no-status' ? [note('status', statusTexts.none.text, statusTexts.none.remedy)] : [];
  }
  const { happened } = describeCheck('status-list', outcome);
  const text = statusTexts.unreliable.text({ code: outcome.code, happened });
  const silent = outcome.outcome === 'unknown' && (outcome.code === 'not-reached' || outcome.code === 'offline');
  return [silent ? unknown('status', text, texts.first) : problem('status', text, statusTexts.unreliable.remedy)];
}

function checkList(looked: Looked): readonly Finding[] {
  const { name, missing } = statusTexts;
  const served = servedFindings(looked, { id: 'status-list', name, types: LIST_TYPES, missing });
  return looked.fetched.ok ? [...served, ...checkAge(looked)] : served;
}

function checkAge(looked: Looked): readonly Finding[] {
  const ttl = member(member(credentialIn(looked), 'credentialSubject'), 'ttl');
  if (typeof ttl !== 'number') {
    return [note('status-ttl', statusTexts['no-ttl'].text, statusTexts['no-ttl'].remedy)];
  }
  const maxAge = /(?:^|[,\s])max-age=(\d+)/.exec(looked.seen?.headers['cache-control'] ?? '')?.[1];
  if (ttl > DAY || (maxAge !== undefined && Number(maxAge) * 1000 > Math.max(ttl, DAY))) {
    return [note('status-ttl', statusTexts['long-ttl'].text, statusTexts['long-ttl'].remedy)];
  }
  return [ok('status-ttl', statusTexts.ttl({ seconds: Math.round(ttl / 1000) }))];
}

function credentialIn(looked: Looked): Json | undefined {
  const json = jsonIn(looked);
  if (json !== undefined || !looked.fetched.ok) return json;
  const reading = decodeJwt((decodeUtf8Document(looked.fetched.body) ?? '').trim());
  return reading.ok ? (member(reading.jwt.payload, 'vc') ?? reading.jwt.payload) : undefined;
}
