import { isUuid, type JsonObject, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { faceOf } from '../badge/badge-face.js';
import type { PublicContext } from '../context.js';
import { type MediaType, negotiate } from '../http/accept.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { jsonAnswer, pageAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { contentDisposition } from '../http/file-name.js';
import type { PublicAchievement } from '../reads.js';
import { achievementPage } from './achievement-page.js';

const JSON_TYPES = ['application/ld+json', 'application/json'] as const;

/** GET /achievements/{id}: the page, or the Achievement as JSON. */
export async function getAchievement(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const row = await find(asked, context);
  if (row === null) return absent(asked, context);
  const wanted = negotiate(asked.accept, ['text/html', ...JSON_TYPES]);
  if (wanted === null)
    return refusal(
      asked,
      context,
      'not-acceptable',
      context.language.texts.refusals['achievement-type']({ types: ['text/html', ...JSON_TYPES].join(', ') }),
    );
  const { at, assets, language } = context;
  if (wanted !== 'text/html') return jsonAnswer(achievementDocument(row), wanted);
  return pageAnswer(achievementPage(row, at, assets, language));
}

/** GET /achievements/{id}/image: the provider's picture or a generated one, nothing baked in; PNG unless SVG is liked better. */
export async function getAchievementImage(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const row = await find(asked, context);
  if (row === null) return absent(asked, context);
  const { images, deps } = context;
  const provided = row.hasImage ? await deps.reads.findImage(row.id) : null;
  const usual: readonly MediaType[] =
    provided?.mediaType === 'image/svg+xml' ? ['image/svg+xml', 'image/png'] : ['image/png', 'image/svg+xml'];
  const wanted = negotiate(asked.accept, usual) ?? usual[0]!;
  const { name } = row.definition;
  const face = faceOf(row.id, name, row.issuer);
  const body = wanted === 'image/png' ? await images.png(face, provided) : images.svg(face, provided);
  const headers = { vary: 'Accept', 'content-disposition': contentDisposition(name, wanted === 'image/png' ? 'png' : 'svg') };
  return publicAnswer({ body, contentType: wanted, cacheControl: CACHE.image, headers });
}

async function find(asked: Asked, { deps }: PublicContext): Promise<PublicAchievement | null> {
  const id = asked.param('id') ?? '';
  return isUuid(id) ? deps.reads.findAchievement(id) : null;
}

function absent(asked: Asked, context: PublicContext): PublicAnswer {
  return refusal(asked, context, 'not-found', context.language.texts.refusals.achievement);
}

const CONTEXT: readonly string[] = [VC2_CONTEXT, OB3_CONTEXT];

/** An achievement as a document of its own. */
function achievementDocument({ definition }: PublicAchievement): JsonObject {
  return { '@context': CONTEXT, ...definition };
}
