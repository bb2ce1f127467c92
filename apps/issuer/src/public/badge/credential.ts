import { type Bakeable, bakePng, bakeSvg } from '@proofmark/credentials';
import type { PublicContext } from '../context.js';
import { shownEndorsements } from '../endorsement/endorsements.js';
import { knownWork } from '../evidence/known-evidence.js';
import { type MediaType, negotiate } from '../http/accept.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { jsonAnswer, pageAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { contentDisposition } from '../http/file-name.js';
import { issuerOfPage } from '../layout/issuer-links.js';
import { PAGE_POLICY } from '../layout/layout.js';
import { oembedAddress } from '../oembed.js';
import { badgeSheetInTurn } from '../pictures/badge-sheet.js';
import type { PublicCredential } from '../reads.js';
import { faceOf } from './badge-face.js';
import { badgePage } from './badge-page.js';
import { type BadgeView, badgeState, badgeView, nextTurn } from './badge-view.js';
import { checkSources } from './check-here.js';
import { badgeAt, hidden } from './find-badge.js';
import { type Form, formOf, MEDIA_TYPES, SUFFIX_MEDIA_TYPE, SUFFIXES } from './forms.js';

// A browser gets the page; a program that names no type gets it as well, since that is what link previews read. The page
// and the Link header lead to all other forms.
const OFFERS: readonly MediaType[] = (['html', 'json', 'jwt', 'png', 'svg', 'pdf'] as const).flatMap((form) => MEDIA_TYPES[form]);

/** GET /credentials/{id}, by the Accept header, and GET /credentials/{id}.{suffix}. */
export async function getCredential(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const [id = '', suffix] = (asked.param('file') ?? '').split(/\.(.*)/s);
  if (suffix !== undefined && !Object.hasOwn(SUFFIXES, suffix)) {
    return refusal(asked, context, 'not-found', context.language.texts.refusals['badge-form']({ forms: Object.keys(SUFFIXES).join(', ') }));
  }
  const found = await badgeAt(asked, context, id);
  if (!found.ok) return found.response;
  const credential = found.badge;
  const mediaType = suffix === undefined ? chooseMediaType(asked, credential) : ofSuffix(asked, suffix);
  const form = mediaType === null ? null : formOf(mediaType);
  const ofIssuer = { ...context, issuer: issuerOfPage(credential.issuer, credential.id) };
  if (mediaType === null || form === null) {
    return refusal(asked, ofIssuer, 'not-acceptable', context.language.texts.refusals['badge-type']({ types: OFFERS.join(', ') }), {
      link: links(context, credential),
    });
  }
  if (form === 'jwt' && credential.jwt === null) return refusal(asked, ofIssuer, 'not-found', context.language.texts.refusals['badge-jwt']);
  // Both are made for people.
  if ((form === 'html' || form === 'pdf') && credential.hidden) return hidden(asked, context, credential);
  return send(context, credential, form, mediaType);
}

function chooseMediaType(asked: Asked, credential: PublicCredential): MediaType | null {
  const offers = credential.jwt === null ? OFFERS.filter((offer) => formOf(offer) !== 'jwt') : OFFERS;
  // A script in a page that asks for anything at all cannot want the page; browsers mark such requests.
  const ordered: readonly MediaType[] = asked.script ? [...offers.filter((offer) => offer !== 'text/html'), 'text/html'] : offers;
  return negotiate(asked.accept, ordered);
}

// The suffix has chosen the form; the Accept header may still choose between the names of its media type.
function ofSuffix(asked: Asked, suffix: string): MediaType {
  const usual = SUFFIX_MEDIA_TYPE[suffix]!;
  return negotiate(asked.accept, [usual, ...MEDIA_TYPES[SUFFIXES[suffix]!]]) ?? usual;
}

async function send(context: PublicContext, credential: PublicCredential, form: Form, mediaType: string): Promise<PublicAnswer> {
  const badge = badgeView(credential.json);
  const common = { vary: 'Accept, Sec-Fetch-Dest', link: links(context, credential) };
  const headers = { ...common, 'content-disposition': contentDisposition(badge.title, extensionOf(form)) };
  switch (form) {
    case 'html': {
      const domains = context.at.script === null ? [] : await context.deps.reads.listDomains(credential.issuer.id);
      const policy = `${PAGE_POLICY}; connect-src ${checkSources(context.at, domains)}`;
      return pageAnswer(await page(context, credential, badge), {
        headers: { ...common, vary: 'Accept, Accept-Language, Sec-Fetch-Dest', 'content-security-policy': policy },
      });
    }
    case 'json':
      return jsonAnswer(credential.json, mediaType, CACHE.signed, headers);
    case 'jwt': {
      const contentType = mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
      return publicAnswer({ body: credential.jwt ?? '', contentType, cacheControl: CACHE.signed, headers });
    }
    case 'pdf': {
      const body = await badgeSheetInTurn(context, credential, badge);
      context.lasts(nextTurn(badge, context.deps.now()));
      if (body === null) return busy();
      return publicAnswer({
        body,
        contentType: mediaType,
        cacheControl: CACHE.image,
        headers: { ...headers, vary: 'Accept, Accept-Language, Sec-Fetch-Dest' },
      });
    }
    case 'png':
    case 'svg': {
      const body = await baked(context, credential, badge, form);
      return publicAnswer({ body, contentType: mediaType, cacheControl: CACHE.image, headers });
    }
  }
}

function busy(): PublicAnswer {
  const headers = { 'retry-after': '2' };
  return publicAnswer({ status: 503, body: '', contentType: 'text/plain; charset=utf-8', cacheControl: CACHE.none, headers });
}

async function page({ at, assets, deps, language, lasts }: PublicContext, credential: PublicCredential, badge: BadgeView): Promise<string> {
  const now = deps.now();
  const history = await deps.reads.findWorkHistory(credential.id);
  const state = badgeState(badge, credential, now);
  lasts(nextTurn(badge, now));
  const { issuer } = credential;
  return badgePage(
    {
      id: credential.id,
      badge,
      state,
      test: issuer.mode === 'test',
      issuer: issuerOfPage(issuer, credential.id),
      organizationId: organizationId(credential),
      hasJwt: credential.jwt !== null,
      known: knownWork(history, now),
      versions: credential,
      endorsements: shownEndorsements(history?.endorsements ?? []),
    },
    at,
    assets,
    language,
  );
}

function organizationId({ issuer }: PublicCredential): string | null {
  const id = issuer.profile.linkedinOrganizationId;
  return typeof id === 'string' ? id : null;
}

async function baked(
  { images, deps }: PublicContext,
  credential: PublicCredential,
  badge: BadgeView,
  form: 'png' | 'svg',
): Promise<Uint8Array | string> {
  const provided = await deps.reads.findImage(credential.achievementId);
  const face = faceOf(credential.achievementId, badge.title, credential.issuer);
  const inside: Bakeable = { kind: 'json', text: credential.json };
  if (form === 'png') {
    const first = bakePng(await images.png(face, provided), inside);
    const result = first.ok ? first : bakePng(await images.png(face, null), inside);
    if (result.ok) return result.png;
    throw new Error(`the badge could not be baked: ${result.code}`);
  }
  const first = bakeSvg(images.svg(face, provided), inside);
  const result = first.ok ? first : bakeSvg(images.svg(face, null), inside);
  if (result.ok) return result.svg;
  throw new Error(`the badge could not be baked: ${result.code}`);
}

function extensionOf(form: Form): string {
  return form === 'html' ? 'html' : form;
}

/** The other forms, for programs that landed on the page (RFC 8288). */
function links({ at }: PublicContext, credential: PublicCredential): string {
  const address = `${at.base}/credentials/${credential.id}`;
  const alternates: readonly (readonly [string, string])[] = [
    ['json', 'application/vc'],
    ...(credential.jwt === null ? [] : ([['jwt', 'application/vc+jwt']] as const)),
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
    ...(credential.hidden ? [] : ([['pdf', 'application/pdf']] as const)),
  ];
  return [
    `<${address}>; rel="canonical"`,
    ...versions(at.base, credential),
    `<${oembedAddress(address, at)}>; rel="alternate"; type="application/json+oembed"`,
    ...alternates.map(([suffix, type]) => `<${address}.${suffix}>; rel="alternate"; type="${type}"`),
  ].join(', ');
}

/** The badges before and after this one (RFC 5829). */
function versions(base: string, { successor, predecessor }: PublicCredential): readonly string[] {
  return [
    ...(successor === null ? [] : [`<${base}/credentials/${successor}>; rel="successor-version"`]),
    ...(predecessor === null ? [] : [`<${base}/credentials/${predecessor}>; rel="predecessor-version"`]),
  ];
}
