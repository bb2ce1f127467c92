import { ENGLISH } from '@proofmark/messages/public';
import { Hono } from 'hono';
import { achievementImages } from '../images/achievement-images.js';
import { getAchievement, getAchievementImage } from './achievement/achievement.js';
import { getCredential } from './badge/credential.js';
import { getCredentialStatus } from './badge/credential-status.js';
import { makeDocument } from './cache/make-document.js';
import { NOT_REMEMBERED } from './cache/public-documents.js';
import type { PublicContext, PublicDeps, PublicHandler } from './context.js';
import { getEndorsement } from './endorsement/endorsements.js';
import { getCapture, getEvidenceReport, getWorkLog } from './evidence/evidence-documents.js';
import { notIndexed } from './http/answer.js';
import { pagesForPeople, refuse } from './http/answers.js';
import { type Asked, askedFor } from './http/asked.js';
import { serveAsset } from './http/asset.js';
import { publicDocument } from './http/document.js';
import { publicOptions, respond } from './http/respond.js';
import { getRecordFile, getRecordHead, getRecordSalt } from './issuance-record/issuance-record.js';
import { getAllKeys, getAssessor, getDidDocument, getIssuer, getIssuerKey, getIssuerKeys } from './issuer/issuer.js';
import { getIssuerLogo } from './issuer/issuer-logo.js';
import { getLanding } from './landing.js';
import { addresses } from './layout/addresses.js';
import { pageAssets } from './layout/assets.js';
import { getOembed } from './oembed.js';
import { getPreview } from './pictures/preview.js';
import { getQrCode } from './pictures/qr-code.js';
import { getProblem } from './problem.js';
import { getStart, getStartPicture } from './start/start-page.js';
import { getStatusList, getSuspensionList } from './status/status-list.js';

export type { PublicDeps } from './context.js';

/** Of one route: the parameters of the query that it reads, and whether its answers are kept in memory. */
interface RouteOptions {
  readonly query?: readonly string[];
  readonly keep?: boolean;
}

/** Everything that the service shows to the public, for mounting at its root. Reads only: nothing is signed on a GET. */
export function publicRoutes(deps: PublicDeps): Hono {
  const [assets, language] = [pageAssets(), deps.language ?? ENGLISH];
  const at = addresses(deps.publicBaseUrl, deps.script);
  const context: PublicContext = {
    deps,
    assets,
    at,
    images: achievementImages(),
    language,
    lasts: () => undefined,
    unlisted: () => undefined,
  };
  const documents = deps.documents ?? NOT_REMEMBERED;
  const app = new Hono();
  const get = (path: string, handler: PublicHandler, { query = [], keep = true }: RouteOptions = {}) => {
    app.get(path, async (c) => {
      const { asked, variant, varies } = askedFor(c, query, deps.language);
      const make = async () => {
        let listed = true;
        const noted = {
          ...context,
          unlisted: () => {
            listed = false;
          },
        };
        const made = await makeDocument(noted, (given) => handler(asked, inLanguageOf(asked, given)));
        const answer = listed ? made.answer : notIndexed(made.answer);
        return { ...made, answer, route: path, varies: varies() };
      };
      return respond(c.req.raw, keep ? await documents.get(asked.address, variant, make) : publicDocument((await make()).answer));
    });
    app.options(path, () => publicOptions());
    app.all(path, (c) => refuse(c, context, 'method-not-allowed', 'read-only', { allow: 'GET, HEAD, OPTIONS' }));
  };
  app.use(pagesForPeople(context));
  // It asks for the example beside the reads.
  get('/', getLanding, { keep: false });
  get('/credentials/:file', getCredential);
  get('/credentials/:file/status', getCredentialStatus);
  get('/credentials/:file/qr.svg', getQrCode);
  get('/credentials/:file/preview.png', getPreview);
  get('/credentials/:file/salt', getRecordSalt);
  get('/credentials/:file/evidence-report', getEvidenceReport);
  get('/credentials/:file/captures/:n', getCapture);
  get('/credentials/:file/work-log', getWorkLog);
  get('/credentials/:file/endorsements/:id', getEndorsement);
  get('/issuers/:slug', getIssuer);
  get('/issuers/:slug/logo.png', getIssuerLogo);
  get('/issuers/:slug/did.json', getDidDocument);
  get('/issuers/:slug/record', getRecordHead);
  get('/issuers/:slug/record/:list/:block', getRecordFile);
  get('/issuers/:slug/jwks.json', getIssuerKeys);
  get('/issuers/:slug/keys/:fragment', getIssuerKey);
  get('/issuers/:slug/assessors/:id/did.json', getAssessor);
  get('/.well-known/jwks.json', getAllKeys, { query: ['iss'] });
  get('/achievements/:id', getAchievement);
  get('/achievements/:id/image', getAchievementImage);
  for (const base of ['/issuers/:slug', '']) {
    get(`${base}/status/:list`, getStatusList);
    get(`${base}/status/:list/suspension`, getSuspensionList);
  }
  get('/problems/:code', getProblem);
  get('/start/:name', getStart);
  get('/start/pictures/:file', getStartPicture);
  get('/oembed', getOembed, { query: ['url', 'format', 'maxwidth', 'maxheight'] });
  for (const asset of [assets.stylesheet, assets.copyScript, assets.tryScript, assets.icon, ...assets.fonts])
    app.get(asset.path, serveAsset(asset));
  return app;
}

/** What a handler is given: only one that reads the language has an answer for each. */
function inLanguageOf(asked: Asked, given: PublicContext): PublicContext {
  const { language: _, ...rest } = given;
  return {
    ...rest,
    get language() {
      return asked.language;
    },
  };
}
