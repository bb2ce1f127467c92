import { Hono } from 'hono';
import type { IssuingDeps } from '../../issuing/ports.js';
import { problemResponse } from '../../problems/index.js';
import { getAchievementEndpoint } from './achievements/get.js';
import { listAchievementsEndpoint } from './achievements/list.js';
import { patchAchievement } from './achievements/patch.js';
import { postAchievement } from './achievements/post.js';
import { deleteApiKey } from './api-keys/delete.js';
import { listApiKeysEndpoint } from './api-keys/list.js';
import { postApiKey } from './api-keys/post.js';
import { deleteViewingLink } from './credentials/delete-viewing-link.js';
import { getCredentialEndpoint } from './credentials/get.js';
import { listCredentialsEndpoint } from './credentials/list.js';
import { listViewingLinksEndpoint } from './credentials/list-viewing-links.js';
import { postCredential } from './credentials/post.js';
import { postErase } from './credentials/post-erase.js';
import { postRenew } from './credentials/post-renew.js';
import { postRevoke } from './credentials/post-revoke.js';
import { postViewingLink } from './credentials/post-viewing-link.js';
import { listEndorsementsEndpoint } from './endorsements/list.js';
import { postEndorsement } from './endorsements/post.js';
import { listEventsEndpoint } from './events/list.js';
import { postChallenge } from './evidence/post-challenge.js';
import { postEvidenceCheck } from './evidence/post-check.js';
import type { Endpoint } from './http/endpoint.js';
import { mount } from './http/mount.js';
import { deleteDomain } from './issuers/delete-domain.js';
import { getIssuerEndpoint } from './issuers/get.js';
import { getDomainEndpoint } from './issuers/get-domain.js';
import { listIssuersEndpoint } from './issuers/list.js';
import { listDomainsEndpoint } from './issuers/list-domains.js';
import { listKeys } from './issuers/list-keys.js';
import { patchIssuer } from './issuers/patch.js';
import { postIssuer } from './issuers/post.js';
import { postDomain } from './issuers/post-domain.js';
import { postKey } from './issuers/post-key.js';

/** Every operation of the API, in the order of the reference. */
export const V1_ENDPOINTS: readonly Endpoint[] = [
  postIssuer,
  listIssuersEndpoint,
  getIssuerEndpoint,
  patchIssuer,
  listKeys,
  postKey,
  postDomain,
  listDomainsEndpoint,
  getDomainEndpoint,
  deleteDomain,
  postAchievement,
  listAchievementsEndpoint,
  getAchievementEndpoint,
  patchAchievement,
  postCredential,
  listCredentialsEndpoint,
  getCredentialEndpoint,
  postRevoke,
  postRenew,
  postErase,
  postEndorsement,
  listEndorsementsEndpoint,
  postViewingLink,
  listViewingLinksEndpoint,
  deleteViewingLink,
  postEvidenceCheck,
  postChallenge,
  listEventsEndpoint,
  postApiKey,
  listApiKeysEndpoint,
  deleteApiKey,
];

/** The API under `/v1`, for mounting at the root. Bearer keys only: no cookie is read, so no page can act for somebody. */
export function v1Routes(deps: IssuingDeps): Hono {
  const app = new Hono();
  mount(app, deps, V1_ENDPOINTS);
  app.all('/v1/*', () => problemResponse(deps.baseUrl, { code: 'not-found', detail: 'There is nothing at this address.' }));
  return app;
}
