import { PROBLEM_CODES } from '@proofmark/schemas/api';
import type { Context } from 'hono';
import { problemPage } from '../../pages/problem-page.js';
import { PROBLEMS } from '../../problems/index.js';
import { CACHE } from '../../publishing/respond.js';
import { pageAnswer, refusal } from './answers.js';
import type { PublicContext } from './context.js';

/** GET /problems/{code}: what an answer of the API means and what to do about it. */
export function getProblem(c: Context, context: PublicContext): Response {
  const code = PROBLEM_CODES.find((candidate) => candidate === c.req.param('code'));
  if (code === undefined) return refusal(c, context, 'not-found', 'There is no problem of that name.');
  return pageAnswer(c, problemPage({ code, ...PROBLEMS[code] }, context.at, context.assets), { cacheControl: CACHE.document });
}
