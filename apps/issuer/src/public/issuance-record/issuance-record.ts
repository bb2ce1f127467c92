import { encodeBase64url } from '@proofmark/primitives';
import { badgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import { absent, findIssuer } from '../issuer/issuer.js';

/** GET /issuers/{slug}/record: the signed head of the issuer's record of what it issued, as it was stored. */
export async function getRecordHead(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const record = await context.deps.reads.findRecordHead(issuer.id);
  return record === null ? noRecord(asked, context) : token(record.body);
}

/** GET /issuers/{slug}/record/{list}/{block}: one signed file of it, with 256 places of a status list. */
export async function getRecordFile(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const issuer = await findIssuer(asked, context);
  if (issuer === null) return absent(asked, context);
  const [list, block] = [asked.param('list') ?? '', asked.param('block') ?? ''];
  const named = /^[1-9]\d{0,14}$/.test(list) && /^(?:0|[1-9]\d{0,6})$/.test(block);
  const file = named ? await context.deps.reads.findRecordFile(issuer.id, Number(list), Number(block)) : null;
  return file === null ? noRecord(asked, context) : token(file.body);
}

/** GET /credentials/{id}/salt: what the commitment of the record to this badge was made with, as long as the badge is there. */
export async function getRecordSalt(asked: Asked, context: PublicContext): Promise<PublicAnswer> {
  const found = await badgeAt(asked, context, asked.param('file') ?? '');
  if (!found.ok) return found.response;
  const salt = await context.deps.reads.findRecordSalt(found.badge.id);
  if (salt === null) return noRecord(asked, context);
  return jsonAnswer({ salt: encodeBase64url(salt) }, 'application/json', CACHE.live);
}

function token(body: string): PublicAnswer {
  return publicAnswer({ body, contentType: 'application/jwt', cacheControl: CACHE.log });
}

function noRecord(asked: Asked, context: PublicContext): PublicAnswer {
  return refusal(asked, context, 'not-found', context.language.texts.refusals.record);
}
