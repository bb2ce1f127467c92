import { describeCheck, nameOfCheck } from '@proofmark/messages';
import { decodeUtf8Document, member } from '@proofmark/primitives';
import { decodeJwt } from '@proofmark/proofs';
import type { CheckId, FailedCode, Json, Report, UnknownCode } from '@proofmark/schemas';
import { type Finding, note, ok, problem, unknown } from './finding.js';
import { jsonIn, type Look, type Looked } from './look.js';
import { JSON_TYPES, servedFindings } from './served.js';

const AUTHENTIC: readonly CheckId[] = ['shape', 'schema', 'issuer-resolved', 'issuer-binding', 'key-authorised', 'signature', 'claims'];
const DAY = 86_400_000;
const LIST_TYPES = ['application/vc', ...JSON_TYPES, 'application/vc+jwt', 'application/jwt'];

const BADGE = {
  id: 'badge-address',
  name: 'The badge',
  types: [...LIST_TYPES, 'text/plain', 'image/png', 'image/svg+xml'],
  missing: 'Host it there.',
};

/** Checks a badge of the issuer: whether it verifies, and whether its status list is public (Bitstring Status List 1.0). */
export function checkBadge(report: Report, look: Look): readonly Finding[] {
  const served = look.askedFor('badge').flatMap((looked) => servedFindings(looked, BADGE));
  return [...served, ...checkProof(report), ...checkStatus(report), ...look.askedFor('status').flatMap(checkList)];
}

const REMEDIES: Readonly<Partial<Record<FailedCode | UnknownCode, string>>> = {
  'signature-invalid': 'Host the badge as it was signed. If a key of the DID document was changed, put the old one back.',
  'key-not-authorised': 'List the key that signed it in the DID document again, under assertionMethod; replaced keys stay there.',
  'key-not-valid-then': 'Do not mark a key that was merely replaced as expired or revoked.',
  'issuer-mismatch': 'Sign with a key of the issuer that the badge names.',
  'schema-violation': 'Issue it again, in the shape that Open Badges 3.0 asks for.',
};

function checkProof({ checks }: Report): readonly Finding[] {
  const findings = AUTHENTIC.flatMap((id): readonly Finding[] => {
    const outcome = checks[id];
    if (outcome.outcome !== 'failed' && outcome.outcome !== 'unknown') return [];
    // It is the consequence of another line.
    if (outcome.code === 'not-reached') return [];
    const text = `The badge does not pass “${nameOfCheck(id)}” [${outcome.code}]: ${describeCheck(id, outcome).happened}`;
    const remedy = REMEDIES[outcome.code] ?? 'See the lines above, and what the verify command says about the badge.';
    return [outcome.outcome === 'failed' ? problem('badge', text, remedy) : unknown('badge', text, remedy)];
  });
  if (findings.length > 0) return findings;
  const sound = [checks.signature, checks['issuer-binding'], checks['key-authorised']].every(({ outcome }) => outcome === 'passed');
  return sound
    ? [ok('badge', 'The badge is signed with a key of the issuer, and unchanged.')]
    : [unknown('badge', 'Whether the badge is signed with a key of the issuer could not be found out.', 'First mend what stands above.')];
}

function checkStatus({ checks }: Report): readonly Finding[] {
  const outcome = checks['status-list'];
  if (outcome.outcome === 'passed') return [ok('status', 'Its status list is signed by the issuer, current, and large enough to hide in.')];
  if (outcome.outcome === 'not-applicable') {
    return outcome.reason === 'no-status'
      ? [note('status', 'The badge names no status list.', 'It can never be withdrawn in a way that others see.')]
      : [];
  }
  const { happened } = describeCheck('status-list', outcome);
  const text = `Its status list cannot be relied on [${outcome.code}]: ${happened}`;
  const remedy =
    'Host a current list with at least 131,072 entries at the address that the badge names, with that address as its id, signed by the issuer.';
  const silent = outcome.outcome === 'unknown' && (outcome.code === 'not-reached' || outcome.code === 'offline');
  return [silent ? unknown('status', text, 'First mend what stands above.') : problem('status', text, remedy)];
}

function checkList(looked: Looked): readonly Finding[] {
  const missing = 'Host it there for as long as there are badges that name it.';
  const served = servedFindings(looked, { id: 'status-list', name: 'The status list', types: LIST_TYPES, missing });
  return looked.fetched.ok ? [...served, ...checkAge(looked)] : served;
}

function checkAge(looked: Looked): readonly Finding[] {
  const ttl = member(member(credentialIn(looked), 'credentialSubject'), 'ttl');
  if (typeof ttl !== 'number') {
    return [
      note(
        'status-ttl',
        'The status list does not say how long a copy may be kept ("ttl").',
        'Set it, in milliseconds; five minutes are usual.',
      ),
    ];
  }
  const maxAge = /(?:^|[,\s])max-age=(\d+)/.exec(looked.seen?.headers['cache-control'] ?? '')?.[1];
  if (ttl > DAY || (maxAge !== undefined && Number(maxAge) * 1000 > Math.max(ttl, DAY))) {
    return [
      note(
        'status-ttl',
        'Copies of the status list may be kept for more than a day.',
        'Whoever keeps one learns of a withdrawal that late.',
      ),
    ];
  }
  return [ok('status-ttl', `Copies of the status list are kept for ${Math.round(ttl / 1000)} seconds at most.`)];
}

function credentialIn(looked: Looked): Json | undefined {
  const json = jsonIn(looked);
  if (json !== undefined || !looked.fetched.ok) return json;
  const reading = decodeJwt((decodeUtf8Document(looked.fetched.body) ?? '').trim());
  return reading.ok ? (member(reading.jwt.payload, 'vc') ?? reading.jwt.payload) : undefined;
}
