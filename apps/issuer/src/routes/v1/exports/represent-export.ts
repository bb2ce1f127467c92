import { csvLine, type JsonObject } from '@proofmark/primitives';
import type { AssessmentOfExport, CredentialOfExport, ExportedCredential, RecipientExport } from '@proofmark/schemas/api';
import type { ExportedBadge } from '../../../issuing/exports/export-issuer.js';
import type { BadgeOfPerson, PersonExport } from '../../../issuing/exports/export-recipient.js';
import type { OpenedRecipient } from '../../../issuing/recipients/known-recipient.js';
import type { FoundAssessment } from '../../../store/index.js';
import { representRecipient } from '../represent.js';
import { representCredentialSummary, representEndorsement } from '../represent-credential.js';

export function representExported(base: string, now: Date, { credential, email }: ExportedBadge): ExportedCredential {
  const { signed, evidenceFindings } = credential;
  return {
    ...representCredentialSummary(base, now, credential),
    email,
    credential: signed === null ? null : (JSON.parse(signed.json) as JsonObject),
    jwt: signed?.jwt ?? null,
    evidence: evidenceFindings,
  };
}

/** All that is kept of a person, as their provider and they themselves get it. */
export function representPerson(base: string, now: Date, { recipient, badges }: PersonExport): RecipientExport {
  const credentials = badges.map((badge) => representOfPerson(base, now, recipient.email, badge));
  return { exportedAt: now.toISOString(), recipient: representRecipient(recipient), credentials };
}

function representOfPerson(base: string, now: Date, email: string | null, badge: BadgeOfPerson): CredentialOfExport {
  return {
    ...representExported(base, now, { credential: badge.credential, email }),
    endorsements: badge.endorsements.map((one) => representEndorsement(base, one)),
    assessments: badge.assessments.map(representAssessed),
    consents: badge.consents.map(({ at, page, search, copies, archives }) => ({ at: at.toISOString(), page, search, copies, archives })),
    evidenceReport: badge.report === null ? null : (JSON.parse(badge.report) as JsonObject),
  };
}

function representAssessed({ state, note, createdAt, decidedAt, decider, reason }: FoundAssessment): AssessmentOfExport {
  const times = { createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
  return { state, note, ...times, decidedBy: decider, reason };
}

const BADGE_COLUMNS = 'id,name,email,external_id,achievement,state,issued_at,valid_from,valid_until,revoked_at,revoked_reason,url';
const RECIPIENT_COLUMNS = 'id,name,email,external_id,created_at';

/** Badges as CSV, with a line of the names of the columns. Cells that a spreadsheet would run are guarded. */
export async function* badgesCsv(base: string, now: Date, badges: AsyncIterable<ExportedBadge>): AsyncGenerator<string> {
  yield csvLine(BADGE_COLUMNS.split(','));
  for await (const { credential, email } of badges) {
    const { id, recipient, achievementName, state, issuedAt, validFrom, validUntil, revoked, url } = representCredentialSummary(
      base,
      now,
      credential,
    );
    const person = [recipient?.name ?? null, email, recipient?.externalId ?? null];
    yield csvLine([
      id,
      ...person,
      achievementName,
      state,
      issuedAt,
      validFrom,
      validUntil,
      revoked?.at ?? null,
      revoked?.reason ?? null,
      url,
    ]);
  }
}

export async function* recipientsCsv(recipients: AsyncIterable<OpenedRecipient>): AsyncGenerator<string> {
  yield csvLine(RECIPIENT_COLUMNS.split(','));
  for await (const { id, name, email, externalId, createdAt } of recipients)
    yield csvLine([id, name, email, externalId, createdAt.toISOString()]);
}

/** One JSON object a line. */
export async function* linesOf<T>(items: AsyncIterable<T>, represent: (item: T) => unknown): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(represent(item))}\n`;
}

/** One JSON array. */
export async function* arrayOf<T>(items: AsyncIterable<T>, represent: (item: T) => unknown): AsyncGenerator<string> {
  let before = '[\n';
  for await (const item of items) {
    yield `${before}${JSON.stringify(represent(item))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
