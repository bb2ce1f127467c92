import { ENGLISH, PUBLIC_LANGUAGES, type PublicLanguage } from '@proofmark/messages/public';
import type { Addresses } from './addresses.js';
import type { PageAssets } from './assets.js';
import { type Html, html } from './html.js';
import { type IssuerOfPage, issuerLinks } from './issuer-links.js';
import { plainText } from './plain-text.js';

/** What every page of the service is made of. */
export interface Page {
  readonly title: string;
  readonly main: Html;
  /** More for the head: alternates, OpenGraph. */
  readonly head?: Html;
  readonly bodyClass?: string;
  readonly script?: boolean;
  /** Whose page it is, where it is one of an issuer. */
  readonly issuer?: IssuerOfPage | null;
}

/**
 * Styles and scripts only from our own files, images only from here, no frames around it: what a hostile text would need
 * in order to do harm is not there, even if it got through the escaping.
 */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A whole document. */
export function layout(page: Page, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const { lang, texts } = language;
  const { frame } = texts;
  const document = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${plainText(page.title)}</title>
<link rel="stylesheet" href="${at.root}${assets.stylesheet.path}">
<link rel="icon" href="${at.root}${assets.icon.path}" type="image/svg+xml">
${page.head}
${page.script ? html`<script src="${at.root}${assets.copyScript.path}" defer></script>` : null}
</head>
<body class="${page.bodyClass ?? 'plain'}">
<a class="skip" href="#main">${frame.skip}</a>
<header class="site"><a class="brand" href="${at.root}/"><span class="mark" aria-hidden="true"></span>Proofmark</a>
<nav aria-label="${frame.site}"><a href="${at.root}/verify/">${frame.check}</a> <a href="${at.root}/docs">${frame.developers}</a></nav></header>
<main id="main">
${page.main}
</main>
<footer class="site">${page.issuer ? issuerLinks(page.issuer, at, language) : null}<p>${frame.served({ host: new URL(at.base).host })}</p>
<nav class="languages" aria-label="${frame.languages}">${PUBLIC_LANGUAGES.map(({ name, language }) => languageLink(name, language.lang, lang))}</nav></footer>
</body>
</html>
`;
  return document.toString();
}

function languageLink(name: string, lang: string, shown: string): Html {
  return lang === shown
    ? html`<span lang="${lang}" aria-current="true">${name}</span> `
    : html`<a href="${`?lang=${lang}`}" hreflang="${lang}" lang="${lang}" rel="nofollow">${name}</a> `;
}

/** A page that says one thing: what was not found or cannot be had, and what to do about it. */
export function messagePage(
  message: { readonly title: string; readonly text: readonly string[] },
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage = ENGLISH,
  issuer: IssuerOfPage | null = null,
): string {
  const main = html`<h1>${message.title}</h1>
${message.text.map((line) => html`<p>${line}</p>`)}
<p><a href="${at.root}/">${language.texts.frame.start}</a></p>`;
  return layout({ title: message.title, main: html`<div class="message">${main}</div>`, issuer }, at, assets, language);
}
