import { PROBLEM_CODES } from '@proofmark/schemas/api';
import type { Context } from 'hono';
import { PROBLEMS } from '../problems/index.js';
import type { PublicContext } from './context.js';
import { pageAnswer, refusal } from './http/answers.js';
import { CACHE } from './http/respond.js';
import { problemPage } from './problem-page.js';

/** GET /problems/{code}: what an answer of the API means and what to do about it. */
export function getProblem(c: Context, context: PublicContext): Response {
  const code = PROBLEM_CODES.find((candidate) => candidate === c.req.param('code'));
  if (code === undefined) return refusal(c, context, 'not-found', 'There is no problem of that name.');
  return pageAnswer(c, problemPage({ code, ...PROBLEMS[code] }, context.at, context.assets), { cacheControl: CACHE.document });
}
