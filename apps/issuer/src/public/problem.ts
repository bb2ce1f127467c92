import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { PROBLEM_CODES, type ProblemCode } from '@proofmark/schemas/api';
import { PROBLEMS } from '../problems/index.js';
import type { PublicContext } from './context.js';
import type { PublicAnswer } from './http/answer.js';
import { CACHE } from './http/answer.js';
import { pageAnswer, refusal } from './http/answers.js';
import type { Asked } from './http/asked.js';
import type { Addresses } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import { html } from './layout/html.js';
import { layout } from './layout/layout.js';
import { markdown } from './layout/markdown.js';
import { withParts } from './layout/with-parts.js';

/** GET /problems/{code}: what an answer of the API means and what to do about it. */
export function getProblem(asked: Asked, context: PublicContext): PublicAnswer {
  const code = PROBLEM_CODES.find((candidate) => candidate === asked.param('code'));
  if (code === undefined) return refusal(asked, context, 'not-found', context.language.texts.refusals.problem);
  return pageAnswer(problemPage(code, context.at, context.assets, context.language), {
    cacheControl: CACHE.document,
  });
}

/** The page behind the `type` of a problem (RFC 9457, 3.1.1), in the language of the reader; the answer itself is in English. */
export function problemPage(code: ProblemCode, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { status } = PROBLEMS[code];
  const { title, explanation, next } = language.problems[code];
  const { problem: texts } = language.texts;
  const main = html`<article>
<p class="kicker">${withParts(texts.kicker, { code: html`<code>${code}</code>`, status })}</p>
<h1>${title}</h1>
${markdown(explanation)}
${markdown(next)}
<p><a href="${at.root}/docs">${texts.link}</a></p>
</article>`;
  return layout({ title: texts['page-title']({ title, code }), main }, at, assets, language);
}
