import { OpenAPIHono } from '@hono/zod-openapi';
import { problemResponse } from '../../problems/index.js';
import { getAchievementOperation } from './achievements/get.js';
import { listAchievementsOperation } from './achievements/list.js';
import { patchAchievement } from './achievements/patch.js';
import { postAchievement } from './achievements/post.js';
import { postImagePreview } from './achievements/post-image-preview.js';
import { deleteApiKey } from './api-keys/delete.js';
import { listApiKeysOperation } from './api-keys/list.js';
import { postApiKey } from './api-keys/post.js';
import { ASSESSMENT_OPERATIONS } from './assessments/operations.js';
import { listAuditLogOperation } from './audit-log/list.js';
import { listOrganisationLogOperation } from './audit-log/list-organisation.js';
import { listBulkActsOperation } from './bulk-acts/list.js';
import { postBulkActUndo } from './bulk-acts/post-undo.js';
import { listCorrectionsOperation } from './corrections/list.js';
import { postCorrectionDecide } from './corrections/post-decide.js';
import { deleteViewingLink } from './credentials/delete-viewing-link.js';
import { getCredentialOperation } from './credentials/get.js';
import { getClaims } from './credentials/get-claims.js';
import { listCredentialsOperation } from './credentials/list.js';
import { listViewingLinksOperation } from './credentials/list-viewing-links.js';
import { postCredential } from './credentials/post.js';
import { postClaimLink } from './credentials/post-claim-link.js';
import { postCorrect } from './credentials/post-correct.js';
import { postErase } from './credentials/post-erase.js';
import { postRenew } from './credentials/post-renew.js';
import { postResend } from './credentials/post-resend.js';
import { postResendMany } from './credentials/post-resend-many.js';
import { postResume } from './credentials/post-resume.js';
import { postResumeMany } from './credentials/post-resume-many.js';
import { postRevoke } from './credentials/post-revoke.js';
import { postRevokeMany } from './credentials/post-revoke-many.js';
import { postSearch } from './credentials/post-search.js';
import { postSuspend } from './credentials/post-suspend.js';
import { postSuspendMany } from './credentials/post-suspend-many.js';
import { postViewingLink } from './credentials/post-viewing-link.js';
import { listEndorsementsOperation } from './endorsements/list.js';
import { postEndorsement } from './endorsements/post.js';
import { listEventsOperation } from './events/list.js';
import { postChallenge } from './evidence/post-challenge.js';
import { postEvidenceCheck } from './evidence/post-check.js';
import { getIssuerExport } from './exports/get-issuer-export.js';
import { getRecipientExport } from './exports/get-recipient-export.js';
import type { ApiContext } from './http/api-context.js';
import { nothingHere } from './http/nothing-here.js';
import type { Operation } from './http/operation.js';
import type { ApiEnv } from './http/requests.js';
import { refuseMethod } from './http/respond.js';
import { getIssuanceJobOperation } from './issuance-jobs/get.js';
import { listIssuanceJobsOperation } from './issuance-jobs/list.js';
import { listIssuanceJobEventsOperation } from './issuance-jobs/list-events.js';
import { listIssuanceJobRowsOperation } from './issuance-jobs/list-rows.js';
import { postIssuanceJob } from './issuance-jobs/post.js';
import { postCancel } from './issuance-jobs/post-cancel.js';
import { postUploadColumns } from './issuance-jobs/post-columns.js';
import { postResume as postResumeJob } from './issuance-jobs/post-resume.js';
import { postRetry } from './issuance-jobs/post-retry.js';
import { postUndoJob } from './issuance-jobs/post-undo.js';
import { deleteDomain } from './issuers/delete-domain.js';
import { getIssuerOperation } from './issuers/get.js';
import { getDomainOperation } from './issuers/get-domain.js';
import { getOverviewOperation } from './issuers/get-overview.js';
import { getRetentionOperation } from './issuers/get-retention.js';
import { listIssuersOperation } from './issuers/list.js';
import { listDomainsOperation } from './issuers/list-domains.js';
import { listKeys } from './issuers/list-keys.js';
import { patchIssuer } from './issuers/patch.js';
import { patchRetention } from './issuers/patch-retention.js';
import { postIssuer } from './issuers/post.js';
import { postDomain } from './issuers/post-domain.js';
import { postDomainCheck } from './issuers/post-domain-check.js';
import { postKey } from './issuers/post-key.js';
import { postKeyRevoke } from './issuers/post-key-revoke.js';
import { postIssuerOrganisation } from './issuers/post-organisation.js';
import { postResumeIssuer } from './issuers/post-resume.js';
import { postSuspendIssuer } from './issuers/post-suspend.js';
import { deleteMailText } from './mails/delete-text.js';
import { getMailCounts } from './mails/get-counts.js';
import { getMailSettingsOperation } from './mails/get-settings.js';
import { getMailTextOperation } from './mails/get-text.js';
import { listMailsOperation } from './mails/list.js';
import { listMailTextsOperation } from './mails/list-texts.js';
import { patchMailSettings } from './mails/patch-settings.js';
import { postMailBounce } from './mails/post-bounce.js';
import { postMailTextPreview } from './mails/post-text-preview.js';
import { postMailTextTest } from './mails/post-text-test.js';
import { putMailText } from './mails/put-text.js';
import { PASSKEY_OPERATIONS } from './passkeys/operations.js';
import { PEOPLE_OPERATIONS } from './people/operations.js';
import { getRecipientOperation } from './recipients/get.js';
import { listRecipientsOperation } from './recipients/list.js';
import { postRecipientErase } from './recipients/post-erase.js';
import { postRecipientSearch } from './recipients/post-search.js';
import { listReportsOperation } from './reports/list.js';
import { postReportDecide } from './reports/post-decide.js';
import { SIGN_ON_OPERATIONS } from './sign-on/operations.js';
import { deleteSkillFramework } from './skills/delete-framework.js';
import { getSkillFrameworkOperation } from './skills/get-framework.js';
import { listSkillFrameworksOperation } from './skills/list-frameworks.js';
import { postSkillFramework } from './skills/post-framework.js';
import { searchSkillsOperation } from './skills/search.js';
import { deleteWebhookOperation } from './webhooks/delete.js';
import { getWebhookOperation } from './webhooks/get.js';
import { listWebhooksOperation } from './webhooks/list.js';
import { listDeliveriesOperation } from './webhooks/list-deliveries.js';
import { patchWebhook } from './webhooks/patch.js';
import { postWebhook } from './webhooks/post.js';
import { postDeliveryReplay } from './webhooks/post-delivery-replay.js';
import { postWebhookReplay } from './webhooks/post-replay.js';
import { postRotateSecret } from './webhooks/post-rotate-secret.js';
import { postWebhookTest } from './webhooks/post-test.js';

/** Every operation of the API, in the order of the reference. */
export const V1_OPERATIONS: readonly Operation[] = [
  postIssuer,
  listIssuersOperation,
  getIssuerOperation,
  patchIssuer,
  getOverviewOperation,
  getRetentionOperation,
  patchRetention,
  postSuspendIssuer,
  postResumeIssuer,
  getIssuerExport,
  listKeys,
  postKey,
  postKeyRevoke,
  postDomain,
  listDomainsOperation,
  getDomainOperation,
  postDomainCheck,
  deleteDomain,
  postAchievement,
  listAchievementsOperation,
  getAchievementOperation,
  patchAchievement,
  postImagePreview,
  postSkillFramework,
  listSkillFrameworksOperation,
  getSkillFrameworkOperation,
  deleteSkillFramework,
  searchSkillsOperation,
  postCredential,
  listCredentialsOperation,
  postSearch,
  getCredentialOperation,
  postRevoke,
  postRevokeMany,
  postSuspend,
  postSuspendMany,
  postResume,
  postResumeMany,
  postResend,
  postResendMany,
  postClaimLink,
  getClaims,
  listBulkActsOperation,
  postBulkActUndo,
  postRenew,
  postCorrect,
  listCorrectionsOperation,
  postCorrectionDecide,
  postErase,
  getMailSettingsOperation,
  patchMailSettings,
  listMailTextsOperation,
  getMailTextOperation,
  putMailText,
  deleteMailText,
  postMailTextPreview,
  postMailTextTest,
  listMailsOperation,
  getMailCounts,
  postMailBounce,
  listRecipientsOperation,
  postRecipientSearch,
  getRecipientOperation,
  getRecipientExport,
  postRecipientErase,
  postIssuanceJob,
  postUploadColumns,
  listIssuanceJobsOperation,
  getIssuanceJobOperation,
  listIssuanceJobRowsOperation,
  listIssuanceJobEventsOperation,
  postCancel,
  postResumeJob,
  postRetry,
  postUndoJob,
  postEndorsement,
  listEndorsementsOperation,
  ...ASSESSMENT_OPERATIONS,
  postViewingLink,
  listViewingLinksOperation,
  deleteViewingLink,
  postEvidenceCheck,
  postChallenge,
  listEventsOperation,
  postWebhook,
  listWebhooksOperation,
  getWebhookOperation,
  patchWebhook,
  deleteWebhookOperation,
  postRotateSecret,
  postWebhookTest,
  postWebhookReplay,
  listDeliveriesOperation,
  postDeliveryReplay,
  postApiKey,
  listApiKeysOperation,
  deleteApiKey,
  listAuditLogOperation,
  listOrganisationLogOperation,
  postIssuerOrganisation,
  listReportsOperation,
  postReportDecide,
  ...PEOPLE_OPERATIONS,
  ...PASSKEY_OPERATIONS,
  ...SIGN_ON_OPERATIONS,
];

/** The bodies that may be larger than others, in bytes by path. */
export const LARGE_BODIES: Readonly<Record<string, number>> = {
  [postRevokeMany.path]: 4 * 1024 * 1024,
  [postSuspendMany.path]: 4 * 1024 * 1024,
  [postResumeMany.path]: 4 * 1024 * 1024,
};

/** Uploads limit themselves, as they are read. */
export const isUpload = (path: string): boolean => [postIssuanceJob.path, postSkillFramework.path, postMailBounce.path].includes(path);

/**
 * The API under `/v1`, for mounting at the root: for keys, and for people who have signed in. Of the latter a cookie is read, and with it a header that
 * only pages of this service can send, so no other page can act for somebody.
 */
export function v1Routes(api: ApiContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>();
  const methods = new Map<string, string[]>();
  for (const operation of V1_OPERATIONS) {
    operation.register(app, api);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    methods.set(path, [...(methods.get(path) ?? []), operation.method.toUpperCase()]);
  }
  for (const [pattern, allowed] of methods) {
    app.all(pattern, ({ req: { method, path } }) => refuseMethod(api.baseUrl, { method, pattern, address: path }, allowed));
  }
  app.all('/v1/*', (c) => problemResponse(api.baseUrl, { code: 'not-found', detail: nothingHere(c.req.path, api.baseUrl) }));
  return app;
}
