import type { Addresses } from './addresses.js';
import type { PageAssets } from './assets.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** A page that says one thing: what was not found or cannot be had, and what to do about it. */
export function messagePage(
  message: { readonly title: string; readonly text: readonly string[] },
  at: Addresses,
  assets: PageAssets,
): string {
  const main = html`<h1>${message.title}</h1>
${message.text.map((line) => html`<p>${line}</p>`)}
<p><a href="${at.root}/">To the start page</a></p>`;
  return layout({ title: message.title, main: html`<div class="message">${main}</div>` }, at, assets);
}
