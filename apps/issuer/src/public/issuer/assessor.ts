import { isUuid } from '@proofmark/schemas';
import type { Context } from 'hono';
import type { PublicContext } from '../context.js';
import { jsonAnswer, refusal } from '../http/answers.js';
import { negotiate } from '../http/negotiate.js';
import { assessorDidDocument } from './did-document.js';
import { DID_TYPES, findIssuer } from './issuer.js';

/** GET /issuers/{slug}/assessors/{id}/did.json: the keys with which the issuer signs for a person, and that it is the issuer who does. */
export async function getAssessor(c: Context, context: PublicContext): Promise<Response> {
  const { reads } = context.deps;
  const issuer = await findIssuer(c, context);
  const id = c.req.param('id') ?? '';
  if (issuer === null || !isUuid(id) || !(await reads.hasAssessor(issuer.id, id))) {
    return refusal(c, context, 'not-found', 'There is no assessor at this address.');
  }
  const wanted = negotiate(c.req.header('accept'), ['application/json', ...DID_TYPES, 'application/ld+json']) ?? 'application/json';
  return jsonAnswer(c, assessorDidDocument(issuer, id, await reads.listSigningKeys(issuer.id)), wanted);
}
