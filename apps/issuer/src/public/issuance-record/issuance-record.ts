import { encodeBase64url } from '@proofmark/primitives';
import type { Context } from 'hono';
import { badgeAt } from '../badge/find-badge.js';
import type { PublicContext } from '../context.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import { CACHE, publicAnswer } from '../http/respond.js';
import { absent, findIssuer } from '../issuer/issuer.js';

/** GET /issuers/{slug}/record: the signed head of the issuer's record of what it issued, as it was stored. */
export async function getRecordHead(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  const record = await context.deps.reads.findIssuanceRecord(issuer.id);
  return record === null ? noRecord(c, context) : token(c, record.head);
}

/** GET /issuers/{slug}/record/{list}/{block}: one signed file of it, with 256 places of a status list. */
export async function getRecordFile(c: Context, context: PublicContext): Promise<Response> {
  const issuer = await findIssuer(c, context);
  if (issuer === null) return absent(c, context);
  const [list, block] = [c.req.param('list') ?? '', c.req.param('block') ?? ''];
  const named = /^[1-9]\d{0,14}$/.test(list) && /^(?:0|[1-9]\d{0,6})$/.test(block);
  const file = named ? await context.deps.reads.findRecordFile(issuer.id, Number(list), Number(block)) : null;
  return file === null ? noRecord(c, context) : token(c, file.body);
}

/** GET /credentials/{id}/salt: what the commitment of the record to this badge was made with, as long as the badge is there. */
export async function getRecordSalt(c: Context, context: PublicContext): Promise<Response> {
  const found = await badgeAt(c, context, c.req.param('file') ?? '');
  if (!found.ok) return found.response;
  const salt = await context.deps.reads.findRecordSalt(found.badge.id);
  if (salt === null) return noRecord(c, context);
  return jsonAnswer(c, { salt: encodeBase64url(salt) }, 'application/json', CACHE.live);
}

function token(c: Context, body: string): Response {
  return publicAnswer(c.req.raw, { body, contentType: 'application/jwt', cacheControl: CACHE.log });
}

function noRecord(c: Context, context: PublicContext): Response {
  return refusal(c, context, 'not-found', context.language.texts.refusals.record);
}
