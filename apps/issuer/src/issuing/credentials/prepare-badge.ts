import { credentialUrl } from '@proofmark/schemas';
import type { DeclaredAuthor, IssueCredential } from '@proofmark/schemas/api';
import type { AchievementRecord } from '../../store/index.js';
import type { AvailableCredential, ErasedCredential } from '../access/load-credential.js';
import { makeReport } from '../evidence/evidence-report.js';
import type { GatherEvidence } from '../evidence/gather-evidence.js';
import { judgeEvidence, refuseEvidence } from '../evidence/judge-evidence.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource } from '../ports.js';
import type { PreparedRecipient, RecipientHashes } from '../recipients/recipient.js';
import { done, type Refused, type Result, refused } from '../result.js';
import type { BadgeSources } from './batch/badge-sources.js';
import type { BadgeParts } from './build-badge.js';
import { resolveResults } from './resolve-results.js';
import { validityOf } from './validity.js';

/** That a badge renews another: its recipient follows from the old one, and the two name each other. */
export interface Renewal {
  readonly predecessor: AvailableCredential | ErasedCredential;
  /** Prepares the recipient as the new badge describes them. */
  recipient(): Promise<PreparedRecipient>;
  /** The old one is withdrawn: it said of its recipient what is wrong. */
  readonly correction?: boolean;
}

export interface BadgePreparation extends IdSource {
  readonly sources: Pick<BadgeSources, 'issuer'>;
  readonly gather: GatherEvidence;
  readonly recipients: RecipientHashes;
  /** Sees to it that the recipients of an issuer can get mails; a refusal where they cannot. */
  wantsMail(issuerId: string): Promise<Refused | null>;
  readonly baseUrl: string;
}

/** Finds out all that a badge is made of but its place in a status list. Reads the evidence; stores nothing. */
export async function prepareBadge(
  deps: BadgePreparation,
  achievement: AchievementRecord,
  body: IssueCredential,
  renewal: Renewal | null,
): Promise<Result<BadgeParts>> {
  const { gather, recipients, clock, baseUrl } = deps;
  if (achievement.archivedAt !== null)
    return refused(
      'conflict',
      'This achievement is archived: it issues no more badges. To issue again: PATCH /v1/achievements/{achievementId} with {"archived":false}.',
    );
  const unsent = body.mail === true ? await deps.wantsMail(achievement.issuerId) : null;
  if (unsent !== null) return unsent;
  const validity = validityOf(body, achievement.validFor, clock.now());
  if (!validity.ok) return validity;
  const results = resolveResults(achievement.definition, body.results ?? []);
  if (!results.ok) return results;
  const links = body.evidence ?? [];
  const issuer = await deps.sources.issuer(achievement.issuerId);
  const { id: issuerId } = issuer;
  const id = newPublicId(deps, issuer);
  const recipient = await (renewal?.recipient() ?? recipients.prepare(issuerId, body.recipient));
  const asked = { evidence: links, author: authorOf(body), keep: body.keep };
  const about = { credential: credentialUrl(baseUrl, id), beneficiary: { issuerId, recipient } };
  const gathered = await gather(asked, about);
  if (!gathered.ok) return gathered;
  const { pinned, ...stored } = gathered.value;
  const judged = judgeEvidence(achievement.evidencePolicy, pinned, clock.now().getTime());
  if (judged.missing.length > 0) return refuseEvidence(judged);
  return done({
    id,
    achievement,
    recipient,
    results: results.value,
    narrative: body.narrative,
    links,
    pinned,
    report: makeReport(baseUrl, clock, id, pinned),
    ...stored,
    validity: validity.value,
    mail: body.mail ?? null,
  });
}

/** The recipient's own address counts in the history of a repository, beside those that the caller names. */
function authorOf({ recipient, author }: IssueCredential): DeclaredAuthor {
  return { ...author, emails: [...(recipient.email === undefined ? [] : [recipient.email]), ...(author?.emails ?? [])] };
}
