import { type Bakeable, bakePng, bakeSvg } from '@proofmark/credentials';
import type { Context } from 'hono';
import type { PublicContext } from '../context.js';
import { shownEndorsements } from '../endorsement/endorsements.js';
import { knownWork } from '../evidence/known-evidence.js';
import { jsonAnswer, pageAnswer, refusal } from '../http/answers.js';
import { contentDisposition } from '../http/file-name.js';
import { negotiate } from '../http/negotiate.js';
import { CACHE, publicAnswer } from '../http/respond.js';
import { oembedAddress } from '../oembed.js';
import type { PublicCredential } from '../reads.js';
import { faceOf } from './badge-face.js';
import { badgePage } from './badge-page.js';
import { type BadgeView, badgeState, badgeView } from './badge-view.js';
import { badgeAt } from './find-badge.js';
import { type Form, formOf, MEDIA_TYPES, SUFFIX_MEDIA_TYPE, SUFFIXES } from './forms.js';

// A browser gets the page; a program that names no type gets it as well, since that is what link previews read. The page
// and the Link header lead to all other forms.
const OFFERS: readonly string[] = (['html', 'json', 'jwt', 'png', 'svg'] as const).flatMap((form) => MEDIA_TYPES[form]);

/** GET /credentials/{id}, by the Accept header, and GET /credentials/{id}.{suffix}. */
export async function getCredential(c: Context, context: PublicContext): Promise<Response> {
  const { refusals: texts } = context.language.texts;
  const [id = '', suffix] = (c.req.param('file') ?? '').split(/\.(.*)/s);
  if (suffix !== undefined && !Object.hasOwn(SUFFIXES, suffix)) {
    return refusal(c, context, 'not-found', texts['badge-form']({ forms: Object.keys(SUFFIXES).join(', ') }));
  }
  const found = await badgeAt(c, context, id);
  if (!found.ok) return found.response;
  const credential = found.badge;
  const mediaType = suffix === undefined ? chooseMediaType(c, credential) : ofSuffix(c, suffix);
  const form = mediaType === null ? null : formOf(mediaType);
  if (mediaType === null || form === null) {
    return refusal(c, context, 'not-acceptable', texts['badge-type']({ types: OFFERS.join(', ') }), { link: links(context, credential) });
  }
  if (form === 'jwt' && credential.jwt === null) return refusal(c, context, 'not-found', texts['badge-jwt']);
  return send(c, context, credential, form, mediaType);
}

function chooseMediaType(c: Context, credential: PublicCredential): string | null {
  const offers = credential.jwt === null ? OFFERS.filter((offer) => formOf(offer) !== 'jwt') : OFFERS;
  // A script in a page that asks for anything at all cannot want the page; browsers mark such requests.
  const script = c.req.header('sec-fetch-dest') === 'empty';
  const ordered = script ? [...offers.filter((offer) => offer !== 'text/html'), 'text/html'] : offers;
  return negotiate(c.req.header('accept'), ordered);
}

// The suffix has chosen the form; the Accept header may still choose between the names of its media type.
function ofSuffix(c: Context, suffix: string): string {
  const usual = SUFFIX_MEDIA_TYPE[suffix]!;
  return negotiate(c.req.header('accept'), [usual, ...MEDIA_TYPES[SUFFIXES[suffix]!]]) ?? usual;
}

async function send(c: Context, context: PublicContext, credential: PublicCredential, form: Form, mediaType: string): Promise<Response> {
  const badge = badgeView(credential.json);
  const common = { vary: 'Accept, Sec-Fetch-Dest', link: links(context, credential) };
  const headers = { ...common, 'content-disposition': contentDisposition(badge.title, extensionOf(form)) };
  switch (form) {
    case 'html':
      return pageAnswer(c, await page(context, credential, badge), { headers: common });
    case 'json':
      return jsonAnswer(c, credential.json, mediaType, CACHE.signed, headers);
    case 'jwt': {
      const contentType = mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
      return publicAnswer(c.req.raw, { body: credential.jwt ?? '', contentType, cacheControl: CACHE.signed, headers });
    }
    case 'png':
    case 'svg': {
      const body = await baked(context, credential, badge, form);
      return publicAnswer(c.req.raw, { body, contentType: mediaType, cacheControl: CACHE.image, headers });
    }
  }
}

async function page({ at, assets, deps, language }: PublicContext, credential: PublicCredential, badge: BadgeView): Promise<string> {
  const now = deps.now();
  const history = await deps.reads.findWorkHistory(credential.id);
  const state = badgeState(badge, credential, now);
  const { issuer } = credential;
  return badgePage(
    {
      id: credential.id,
      badge,
      state,
      test: issuer.mode === 'test',
      slug: issuer.slug,
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
