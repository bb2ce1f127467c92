import type { Addresses } from './layout/addresses.js';
import type { PageAssets } from './layout/assets.js';
import { html } from './layout/html.js';
import { layout } from './layout/layout.js';
import { markdown } from './layout/markdown.js';

/** One kind of problem, as the page about it tells. */
export interface ExplainedProblem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** What happened and what to do; code stands in backticks. */
  readonly explanation: string;
}

/** The page behind the `type` of a problem (RFC 9457, 3.1.1). */
export function problemPage({ code, status, title, explanation }: ExplainedProblem, at: Addresses, assets: PageAssets): string {
  const main = html`<article>
<p class="kicker">An answer of the API: <code>${code}</code>, status ${status}</p>
<h1>${title}</h1>
${markdown(explanation)}
<p><a href="${at.root}/docs">API reference</a></p>
</article>`;
  return layout({ title: `${title} – problem ${code}`, main }, at, assets);
}
