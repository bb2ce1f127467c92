import { credentialUrl } from '@proofmark/schemas';
import { authenticate } from './access/authenticate.js';
import { claimQueue } from './access/claim-queue.js';
import { createApiKey } from './access/create-api-key.js';
import { ensureFirstAdminKey } from './access/ensure-first-admin-key.js';
import { LEASE_SECONDS } from './access/idempotently.js';
import { listApiKeys } from './access/list-api-keys.js';
import { pruneIdempotency } from './access/prune-idempotency.js';
import { rememberUse } from './access/remember-use.js';
import { revokeApiKey } from './access/revoke-api-key.js';
import { sharedQuestion } from './access/shared-question.js';
import { createAchievement } from './achievements/create-achievement.js';
import { getAchievement } from './achievements/get-achievement.js';
import { listAchievements } from './achievements/list-achievements.js';
import { updateAchievement } from './achievements/update-achievement.js';
import { type AssessmentUseCases, assessmentUseCases } from './assessments/assessment-use-cases.js';
import { type AuditUseCases, auditUseCases } from './audit/audit-use-cases.js';
import { type BadgeMailFoundation, type BadgeMailUseCases, badgeMailUseCases, mailHooks } from './badge-mails/badge-mail-use-cases.js';
import { type Bound, bind } from './bind.js';
import { badgeSources } from './credentials/batch/badge-sources.js';
import { commitBadges } from './credentials/batch/commit-badges.js';
import { commitInTurn } from './credentials/batch/commit-in-turn.js';
import { commitQueue } from './credentials/batch/commit-queue.js';
import { finishUnsigned } from './credentials/batch/finish-unsigned.js';
import { issueBatch } from './credentials/batch/issue-batch.js';
import { issueOne } from './credentials/batch/issue-one.js';
import { measuredCommits } from './credentials/batch/measured-commits.js';
import { correctCredential } from './credentials/correct-credential.js';
import { eraseCredential } from './credentials/erase-credential.js';
import { getCredential } from './credentials/get-credential.js';
import { type Issuance, issueCredential } from './credentials/issue-credential.js';
import { listCredentials } from './credentials/list-credentials.js';
import { prepareBadge } from './credentials/prepare-badge.js';
import { renewCredential } from './credentials/renew-credential.js';
import { resendCredential } from './credentials/resend-credential.js';
import { resendCredentials } from './credentials/resend-credentials.js';
import { resumeCredential } from './credentials/resume-credential.js';
import { revokeCredential } from './credentials/revoke-credential.js';
import { revokeCredentials } from './credentials/revoke-credentials.js';
import { suspendCredential } from './credentials/suspend-credential.js';
import { resumeCredentials, suspendCredentials } from './credentials/suspend-credentials.js';
import { type Endorsing, endorseCredential } from './endorsements/endorse-credential.js';
import { listEndorsements } from './endorsements/list-endorsements.js';
import { signEndorsement } from './endorsements/sign-endorsement.js';
import { verifyEndorsement } from './endorsements/verify-endorsement.js';
import { listEvents } from './events/list-events.js';
import { archiveEvidence } from './evidence/archive-evidence.js';
import { checkEvidence } from './evidence/check-evidence.js';
import { createEvidenceChallenge } from './evidence/create-evidence-challenge.js';
import type { EvidenceSources } from './evidence/evidence-sources.js';
import { type GatherEvidence, gatherEvidence } from './evidence/gather-evidence.js';
import { recordIssued } from './issuance-record/record-issued.js';
import { tendRecords } from './issuance-record/tend-records.js';
import type { AskDomain } from './issuers/check-domain.js';
import { type IssuerUseCases, issuerUseCases } from './issuers/issuer-use-cases.js';
import { listSigningKeys } from './issuers/list-signing-keys.js';
import { type LearnerUseCases, learnerUseCases } from './learners/learner-use-cases.js';
import type { IssuingMeters } from './meters.js';
import { orderDueRechecks } from './monitoring/order-due-rechecks.js';
import { recheckCredential } from './monitoring/recheck-credential.js';
import { type RecheckEvidence, recheckEvidence } from './monitoring/recheck-evidence.js';
import { recheckNow } from './monitoring/recheck-now.js';
import { oneAfterAnother } from './one-after-another.js';
import { type OperatorUseCases, operatorUseCases } from './operator/operator-use-cases.js';
import { type AccountFoundation, type AccountUseCases, accountUseCases, postOf } from './people/account-use-cases.js';
import type { BadgeVerifier, IdSource, KeyStore, PersonalSeal, Store } from './ports.js';
import { recipientHashes } from './recipients/recipient.js';
import { proveKeys } from './signing-keys/prove-keys.js';
import { resignBadges } from './signing-keys/resign-badges.js';
import { revokeSigningKey } from './signing-keys/revoke-signing-key.js';
import { rotateSigningKey } from './signing-keys/rotate-signing-key.js';
import { tidyKeys } from './signing-keys/tidy-keys.js';
import { type SkillUseCases, skillUseCases } from './skills/skill-use-cases.js';
import { dateListsAnew } from './status-lists/date-anew.js';
import type { StatusPlaces } from './status-lists/places.js';
import { rebuildStatusLists } from './status-lists/rebuild-lists.js';
import { statusQueue } from './status-lists/status-queue.js';
import { type JobUseCases, jobUseCases, type Uploads } from './use-cases-of-jobs.js';
import { type PeopleUseCases, peopleUseCases } from './use-cases-of-people.js';
import { type ViewingLinkUseCases, viewingLinkUseCases } from './viewing-links/viewing-link-use-cases.js';
import { type WebhookFoundation, type WebhookUseCases, webhookUseCases } from './webhooks/webhook-use-cases.js';

/** Everything that issuing depends on. Only `useCases` sees it: each use case is given the few things that it uses. */
export interface Foundation
  extends IdSource,
    WebhookFoundation,
    Pick<AccountFoundation & BadgeMailFoundation, 'mail' | 'identity' | 'ceremonies' | 'providers' | 'mailForms'> {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly places: StatusPlaces;
  /** The secret with which recipients' addresses are hashed: 32 bytes, made once, with the keyring. */
  readonly pepper: Uint8Array;
  /** Seals recipients' addresses. */
  readonly seal: PersonalSeal;
  readonly sources: EvidenceSources;
  readonly uploads: Uploads;
  /** What verifying an endorsement that was signed elsewhere needs. */
  readonly verifier: BadgeVerifier;
  readonly askDomain: AskDomain;
  /** The service's public URL without a slash at the end. */
  readonly baseUrl: string;
  /** The service's address is loopback: plain http to loopback may be named and fetched. */
  readonly local: boolean;
  /** Every how many days the evidence of each badge is rechecked; null for never. */
  readonly recheckDays: number | null;
  /** Hears how much is issued and how long it takes. */
  readonly meters?: IssuingMeters | undefined;
}

/** Every use case, bound to what it uses. Its type is that of its function without the first parameter. */
export interface UseCases
  extends WebhookUseCases,
    JobUseCases,
    PeopleUseCases,
    SkillUseCases,
    BadgeMailUseCases,
    LearnerUseCases,
    ViewingLinkUseCases,
    AccountUseCases,
    AuditUseCases,
    AssessmentUseCases,
    IssuerUseCases,
    OperatorUseCases {
  readonly authenticate: Bound<typeof authenticate>;
  readonly createApiKey: Bound<typeof createApiKey>;
  readonly listApiKeys: Bound<typeof listApiKeys>;
  readonly revokeApiKey: Bound<typeof revokeApiKey>;
  readonly ensureFirstAdminKey: Bound<typeof ensureFirstAdminKey>;
  readonly pruneIdempotency: Bound<typeof pruneIdempotency>;

  readonly listSigningKeys: Bound<typeof listSigningKeys>;
  readonly rotateSigningKey: Bound<typeof rotateSigningKey>;
  readonly revokeSigningKey: Bound<typeof revokeSigningKey>;
  readonly tidyKeys: Bound<typeof tidyKeys>;
  readonly proveKeys: Bound<typeof proveKeys>;
  readonly recordIssued: Bound<typeof recordIssued>;
  readonly tendRecords: Bound<typeof tendRecords>;
  readonly resignBadges: Bound<typeof resignBadges>;

  readonly createAchievement: Bound<typeof createAchievement>;
  readonly getAchievement: Bound<typeof getAchievement>;
  readonly listAchievements: Bound<typeof listAchievements>;
  readonly updateAchievement: Bound<typeof updateAchievement>;

  readonly issueCredential: Bound<typeof issueCredential>;
  readonly renewCredential: Bound<typeof renewCredential>;
  readonly correctCredential: Bound<typeof correctCredential>;
  readonly getCredential: Bound<typeof getCredential>;
  readonly listCredentials: Bound<typeof listCredentials>;
  readonly revokeCredential: Bound<typeof revokeCredential>;
  readonly revokeCredentials: Bound<typeof revokeCredentials>;
  readonly suspendCredential: Bound<typeof suspendCredential>;
  readonly resumeCredential: Bound<typeof resumeCredential>;
  readonly suspendCredentials: Bound<typeof suspendCredentials>;
  readonly resumeCredentials: Bound<typeof resumeCredentials>;
  readonly resendCredential: Bound<typeof resendCredential>;
  readonly resendCredentials: Bound<typeof resendCredentials>;
  readonly eraseCredential: Bound<typeof eraseCredential>;
  readonly prepareBadge: Bound<typeof prepareBadge>;
  readonly issueBatch: Bound<typeof issueBatch>;
  readonly finishUnsigned: Bound<typeof finishUnsigned>;
  readonly rebuildStatusLists: Bound<typeof rebuildStatusLists>;
  readonly dateListsAnew: Bound<typeof dateListsAnew>;

  readonly endorseCredential: Bound<typeof endorseCredential>;
  readonly listEndorsements: Bound<typeof listEndorsements>;

  readonly checkEvidence: Bound<typeof checkEvidence>;
  readonly createEvidenceChallenge: Bound<typeof createEvidenceChallenge>;
  readonly archiveEvidence: Bound<typeof archiveEvidence>;

  readonly recheckNow: Bound<typeof recheckNow>;
  readonly recheckCredential: Bound<typeof recheckCredential>;
  readonly orderDueRechecks: Bound<typeof orderDueRechecks>;

  readonly listEvents: Bound<typeof listEvents>;
}

/** Binds the use cases. Tests give another clock, network or key store. */
export function useCases(foundation: Foundation): UseCases {
  const { store, keys, places, clock, random, pepper, seal, sources, verifier, baseUrl, local, recheckDays, uploads, meters } = foundation;
  const ids = { clock, random };
  const recipients = recipientHashes({ pepper, seal, random });
  const keyOf = sharedQuestion((hash) => store.apiKeys.findByHash(Buffer.from(hash, 'hex'), clock.now()));
  const findByHash = (hash: Uint8Array) => keyOf(Buffer.from(hash).toString('hex'));
  const gather: GatherEvidence = bind(gatherEvidence, { sources, recipients, ...ids, local });
  const recheck: RecheckEvidence = bind(recheckEvidence, { sources, clock, local });
  const badges = badgeSources({ store, keys, clock });
  const { sends, tellErased, wantsMail } = mailHooks({ ...foundation, recipients });
  const commit = measuredCommits(bind(commitBadges, { store, keys, ...ids, baseUrl, recheckDays }), meters);
  const queue = commitQueue(commit);
  const batches = { sources: badges, places, ...ids, baseUrl, inTurn: oneAfterAnother(), commit: commitInTurn(commit) };
  const claim = claimQueue((claims) => store.idempotency.claimAll(claims, LEASE_SECONDS));
  const issuance: Issuance = {
    store: { ...store, idempotency: { ...store.idempotency, claim } },
    sources: badges,
    prepare: bind(prepareBadge, { sources: badges, gather, recipients, wantsMail, ...ids, baseUrl }),
    issue: bind(issueOne, { ...batches, commit: queue.commit, inTurn: (_, work) => work() }),
    full: queue.full,
  };
  const statuses = statusQueue({ store, keys, ...ids, baseUrl, meters });
  const sign = bind(signEndorsement, { store, keys, recipients, ...ids, baseUrl });
  const endorsing: Endorsing = {
    store,
    ...ids,
    sign,
    verify: (badge, given) =>
      verifyEndorsement({ verifier, ...ids }, { id: credentialUrl(baseUrl, badge.id), issuerId: badge.issuerId }, given),
  };
  const issueMany = bind(issueBatch, batches);
  const correct = bind(correctCredential, { ...issuance, recipients, ...ids, baseUrl });
  const people = { store, keys, recipients, tellErased, blobs: uploads.blobsOf(store), ...ids, baseUrl };
  return {
    ...jobUseCases({ store, ...ids, uploads, sources: badges, recipients, prepare: issuance.prepare, issue: issueMany, statuses, baseUrl }),
    authenticate: bind(authenticate, { store: { apiKeys: { ...store.apiKeys, findByHash } }, clock, rememberUse: rememberUse(store) }),
    createApiKey: bind(createApiKey, { store, ...ids }),
    listApiKeys: bind(listApiKeys, { store }),
    revokeApiKey: bind(revokeApiKey, { store, ...ids }),
    ensureFirstAdminKey: bind(ensureFirstAdminKey, { store, ...ids }),
    pruneIdempotency: bind(pruneIdempotency, { store, clock }),

    listSigningKeys: bind(listSigningKeys, { store }),
    rotateSigningKey: bind(rotateSigningKey, { store, keys, ...ids }),
    revokeSigningKey: bind(revokeSigningKey, { store, keys, ...ids, baseUrl }),
    tidyKeys: bind(tidyKeys, { store, keys, ...ids, baseUrl }),
    proveKeys: bind(proveKeys, { store, keys }),
    recordIssued: bind(recordIssued, { store, keys, ...ids, baseUrl }),
    resignBadges: bind(resignBadges, { store, keys, ...ids }),
    dateListsAnew: bind(dateListsAnew, { store, keys, ...ids, baseUrl }),
    tendRecords: bind(tendRecords, { store, keys, ...ids, baseUrl }),

    createAchievement: bind(createAchievement, { store, ...ids, baseUrl }),
    getAchievement: bind(getAchievement, { store }),
    listAchievements: bind(listAchievements, { store }),
    updateAchievement: bind(updateAchievement, { store, ...ids, baseUrl }),

    issueCredential: bind(issueCredential, issuance),
    renewCredential: bind(renewCredential, { ...issuance, recipients }),
    correctCredential: correct,
    getCredential: bind(getCredential, { store }),
    listCredentials: bind(listCredentials, { store, recipients, clock }),
    revokeCredential: bind(revokeCredential, { store, statuses, ...ids }),
    revokeCredentials: bind(revokeCredentials, { store, statuses, ...ids }),
    suspendCredential: bind(suspendCredential, { store, statuses, ...ids }),
    resumeCredential: bind(resumeCredential, { store, statuses, ...ids }),
    suspendCredentials: bind(suspendCredentials, { store, statuses, ...ids }),
    resumeCredentials: bind(resumeCredentials, { store, statuses, ...ids }),
    resendCredential: bind(resendCredential, { store, ...ids }),
    resendCredentials: bind(resendCredentials, { store, ...ids }),
    eraseCredential: bind(eraseCredential, { store, keys, ...ids, tellErased, baseUrl }),
    prepareBadge: issuance.prepare,
    issueBatch: issueMany,
    finishUnsigned: bind(finishUnsigned, { store, keys, ...ids, recheckDays }),
    rebuildStatusLists: bind(rebuildStatusLists, { store, keys, ...ids, baseUrl }),

    endorseCredential: bind(endorseCredential, endorsing),
    listEndorsements: bind(listEndorsements, { store }),
    ...assessmentUseCases({ store, ...ids, recipients, sign, post: postOf(foundation), baseUrl }),

    checkEvidence: bind(checkEvidence, { store, gather, recipients, clock, baseUrl }),
    createEvidenceChallenge: bind(createEvidenceChallenge, { store, recipients, local }),
    archiveEvidence: bind(archiveEvidence, { store, archives: sources.archives, clock }),

    recheckNow: bind(recheckNow, { store, recheck, ...ids }),
    recheckCredential: bind(recheckCredential, { store, recheck, ...ids }),
    orderDueRechecks: bind(orderDueRechecks, { store, clock, recheckDays }),

    listEvents: bind(listEvents, { store }),

    ...issuerUseCases({ store, keys, ...ids, mails: sends, baseUrl, askDomain: foundation.askDomain }),
    ...webhookUseCases(foundation, store),
    ...viewingLinkUseCases({ store, ...ids }),
    ...badgeMailUseCases({ ...foundation, recipients }),
    ...operatorUseCases({ store, ...ids, sealer: foundation.sealer }),
    ...skillUseCases({ store, ...ids, readUpload: uploads.read }),
    ...accountUseCases(foundation),
    ...auditUseCases({ store }),
    ...peopleUseCases(people),
    ...learnerUseCases({ ...people, sealer: foundation.sealer, post: postOf(foundation), correct }),
  };
}
