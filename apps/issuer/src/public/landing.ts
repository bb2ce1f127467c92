import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { PublicContext } from './context.js';
import type { PublicAnswer } from './http/answer.js';
import { pageAnswer } from './http/answers.js';
import type { Asked } from './http/asked.js';
import type { Addresses } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import { html } from './layout/html.js';
import { layout } from './layout/layout.js';

/** GET / */
export async function getLanding(_: Asked, { deps, at, assets, language }: PublicContext): Promise<PublicAnswer> {
  return pageAnswer(landingPage((await deps.exampleBadge?.()) ?? null, at, assets, language));
}

/** The start page: what this service is, for the three people who use it. */
export function landingPage(example: string | null, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { landing: texts } = language.texts;
  const main = html`<div class="landing">
<h1>${texts.heading}</h1>
<p class="lead">${texts.lead}</p>
<p class="actions"><a class="button" href="${at.root}/verify/">${texts.check}</a>
${example === null ? null : html`<a class="button quiet" href="${example}">${texts.example}</a>`}</p>
<div class="cards">
<section><h2>${texts.handed.heading}</h2>
<p>${texts.handed.text}</p>
<p><a href="${at.root}/verify/">${texts.handed.link}</a></p></section>
<section><h2>${texts.earned.heading}</h2>
<p>${texts.earned.text}</p>
${example === null ? null : html`<p><a href="${example}">${texts.earned.link}</a></p>`}</section>
<section><h2>${texts.issue.heading}</h2>
<p>${texts.issue.text}</p>
<p><a href="${at.root}/docs">${texts.issue.link}</a></p></section>
</div>
</div>`;
  return layout({ title: texts['page-title'], main, bodyClass: 'landing-page' }, at, assets, language);
}
