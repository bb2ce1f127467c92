import { mailBounceSchema } from '@proofmark/schemas/api';
import type { Context } from 'hono';
import { done, refused } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer } from '../http/shapes.js';
import { sourceOf } from '../issuance-jobs/upload-of-request.js';

const REPORT = 'To: bounces+0198…@school.example\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\n…';
/** Bytes that are read: the report stands before the mail that it tells of. */
const MOST = 256 * 1024;

export const postMailBounce: Operation = operation(
  {
    method: 'post',
    path: '/v1/mail-bounces',
    operationId: 'noteMailBounce',
    tags: ['Mail'],
    summary: 'Hand in a mail that came back',
    description:
      'For the mail server that takes mails for `MAIL_RETURN_PATH`: it posts each message as it came (RFC 3464). The token in the address to which the message came is the authorisation, so no key lies on that server. A mail that is given up becomes `bounced`, and nobody is reminded at that address; one that is only late stays as it is. Of the body, the first 256 KiB are read.',
    scope: 'public',
    audit: { none: 'The mail itself says that it came back.' },
    upload: { mostJson: 1024 },
    request: {
      body: { required: true, content: { 'message/rfc822': { schema: { type: 'string', format: 'binary' }, example: REPORT } } },
    },
    responses: { 200: jsonAnswer('What it changed.', mailBounceSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const type = (c.req.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
    if (type !== 'message/rfc822')
      return refused('unsupported-media-type', 'The Content-Type has to be message/rfc822, and the body the message as it came.');
    const noted = await api.useCases.noteBounce(await beginningOf(c));
    return noted.ok ? done({ status: 200, body: { outcome: noted.value } }) : noted;
  },
);

async function beginningOf(c: Context): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of sourceOf(c)) {
    parts.push(part);
    size += part.length;
    if (size >= MOST) break;
  }
  return Buffer.concat(parts).subarray(0, MOST);
}
