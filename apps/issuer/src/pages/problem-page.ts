import type { Addresses } from './addresses.js';
import type { PageAssets } from './assets.js';
import { html } from './html.js';
import { layout } from './layout.js';
import type { ProblemText } from './problem-texts.js';

/** The page behind the `type` of a problem (RFC 9457, 3.1.1). */
export function problemPage(problem: { readonly code: string; readonly text: ProblemText }, at: Addresses, assets: PageAssets): string {
  const { code, text } = problem;
  const words = code.replaceAll('-', ' ');
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  const main = html`<article>
<p class="kicker">An answer of the API: <code>${code}</code></p>
<h1>${name}</h1>
<p>${text.meaning}</p>
<h2>What to do</h2>
<p>${text.remedy}</p>
<p><a href="${at.root}/docs">API reference</a></p>
</article>`;
  return layout({ title: `${name} – problem ${code}`, main }, at, assets);
}
