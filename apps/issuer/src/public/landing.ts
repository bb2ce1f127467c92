import type { Context } from 'hono';
import type { PublicContext } from './context.js';
import { pageAnswer } from './http/answers.js';
import type { Addresses } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import { html } from './layout/html.js';
import { layout } from './layout/layout.js';

/** GET / */
export async function getLanding(c: Context, { deps, at, assets }: PublicContext): Promise<Response> {
  return pageAnswer(c, landingPage((await deps.exampleBadge?.()) ?? null, at, assets));
}

/** The start page: what this service is, for the three people who use it. */
export function landingPage(example: string | null, at: Addresses, assets: PageAssets): string {
  const main = html`<div class="landing">
<h1>Badges that lead to the work</h1>
<p class="lead">A badge alone convinces nobody. One that leads to a real project, unchanged since it was judged, can. This service issues
Open Badges 3.0 that carry the work behind them, and anyone can check them without trusting this service.</p>
<p class="actions"><a class="button" href="${at.root}/verify/">Check a badge</a>
${example === null ? null : html`<a class="button quiet" href="${example}">Look at an example</a>`}</p>
<div class="cards">
<section><h2>You were handed a badge</h2>
<p>Drop the file or paste its link. The check runs in your browser and tells you what it found, what that proves and what it does not.</p>
<p><a href="${at.root}/verify/">To the check</a></p></section>
<section><h2>You earned one</h2>
<p>Its page has the badge as an image, as a file and as one line of HTML for your own site. The file is yours to keep.</p>
${example === null ? null : html`<p><a href="${example}">See such a page</a></p>`}</section>
<section><h2>You issue them</h2>
<p>One call of the API: the achievement, the recipient, links to the work. The service pins the work, signs the badge and hosts what others
need to check it.</p>
<p><a href="${at.root}/docs">To the API reference</a></p></section>
</div>
</div>`;
  return layout({ title: 'Proofmark: badges that lead to the work', main, bodyClass: 'landing-page' }, at, assets);
}
