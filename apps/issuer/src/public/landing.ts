import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import { checkSources, elementScript } from './badge/check-here.js';
import type { PublicContext } from './context.js';
import type { PublicAnswer } from './http/answer.js';
import { pageAnswer } from './http/answers.js';
import type { Asked } from './http/asked.js';
import type { Addresses } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import { type Html, html } from './layout/html.js';
import { layout, PAGE_POLICY } from './layout/layout.js';

/** GET / */
export async function getLanding(_: Asked, { deps, at, assets, language }: PublicContext): Promise<PublicAnswer> {
  const body = landingPage((await deps.exampleBadge?.()) ?? null, at, assets, language);
  return pageAnswer(body, { headers: { 'content-security-policy': `${PAGE_POLICY}; connect-src ${checkSources(at, [])}` } });
}

/** The start page: what this service is, for the three people who use it. */
export function landingPage(example: string | null, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { landing: texts } = language.texts;
  const main = html`<div class="landing">
<h1>${texts.heading}</h1>
<p class="lead">${texts.lead}</p>
<p class="actions"><a class="button" href="${at.root}/verify/">${texts.check}</a>
${example === null ? null : html`<a class="button quiet" href="${example}">${texts.example}</a>`}</p>
${example === null || at.script === null ? null : tryIt(example, language)}
<div class="cards">
<section><h2>${texts.handed.heading}</h2>
<p>${texts.handed.text}</p>
<p><a href="${at.root}/verify/">${texts.handed.link}</a></p>
<p><a href="${at.root}/start/employer">${texts.start}</a></p></section>
<section><h2>${texts.earned.heading}</h2>
<p>${texts.earned.text}</p>
${example === null ? null : html`<p><a href="${example}">${texts.earned.link}</a></p>`}
<p><a href="${at.root}/start/learner">${texts.start}</a></p></section>
<section><h2>${texts.issue.heading}</h2>
<p>${texts.issue.text}</p>
<p><a class="button quiet" href="${at.root}/console/">${texts.issue.console}</a></p>
<p><a href="${at.root}/start/provider">${texts.start}</a></p>
<p><a href="${at.root}/docs">${texts.issue.link}</a></p></section>
</div>
</div>`;
  const head = html`${elementScript(at)}
<script src="${at.root}${assets.tryScript.path}" defer></script>`;
  return layout({ title: texts['page-title'], main, head, bodyClass: 'landing-page' }, at, assets, language);
}

/** A real badge whose title the visitor can change; the element beside it checks what comes out. Its fields come with the script. */
function tryIt(example: string, { texts }: PublicLanguage): Html {
  const { try: words } = texts.landing;
  const { original, changed } = words;
  return html`<section class="try" aria-labelledby="try" data-example="${example}.json" data-words="${JSON.stringify({ original, changed })}">
<div><h2 id="try">${words.heading}</h2>
<p>${words.text}</p>
<div class="try-fields" hidden><label for="try-title">${words.label}</label>
<input id="try-title" type="text" maxlength="200" autocomplete="off" spellcheck="false">
<button class="button quiet" type="button">${words.back}</button>
<p role="status"></p></div></div>
<proofmark-badge src="${example}" loading="eager" variant="card"><a href="${example}"><img src="${example}.svg" alt="${texts.landing.example}" width="160" height="160"></a></proofmark-badge>
</section>`;
}
