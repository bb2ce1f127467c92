import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGLISH, type PublicLanguage } from '@proofmark/messages/public';
import type { PublicContext } from '../context.js';
import { CACHE, type PublicAnswer, publicAnswer } from '../http/answer.js';
import { pageAnswer, refusal } from '../http/answers.js';
import type { Asked } from '../http/asked.js';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { html } from '../layout/html.js';
import { layout } from '../layout/layout.js';
import { titleOf, writtenPage } from './written-page.js';

/** A start for each of the three who use this service: pages of the documentation that everybody can open. */
export const STARTS = ['provider', 'learner', 'employer'] as const;
type StartName = (typeof STARTS)[number];

const FOLDER = fileURLToPath(new URL('../../../../../docs/start/', import.meta.url));
const PICTURES = `${FOLDER}pictures/`;

/** GET /start/{name}: who begins, in ten minutes. */
export function getStart(asked: Asked, context: PublicContext): PublicAnswer {
  const name = STARTS.find((candidate) => candidate === asked.param('name'));
  const text = name === undefined ? null : startText(name);
  if (text === null) return refusal(asked, context, 'not-found', context.language.texts.refusals.address);
  return pageAnswer(startPage(text, context.at, context.assets, context.language), { cacheControl: CACHE.document });
}

/** GET /start/pictures/{file}: a picture in one of them. Only what lies in the folder is ever opened. */
export function getStartPicture(asked: Asked, context: PublicContext): PublicAnswer {
  const file = existsSync(PICTURES) ? readdirSync(PICTURES).find((name) => name === asked.param('file')) : undefined;
  if (file === undefined) return refusal(asked, context, 'not-found', context.language.texts.refusals.address);
  return publicAnswer({ body: readFileSync(`${PICTURES}${file}`), contentType: 'image/png', cacheControl: CACHE.image });
}

/** The Markdown of a start; null where the service runs without its documentation. */
export function startText(name: StartName): string | null {
  const path = `${FOLDER}${name}.md`;
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The starts are written in English alone; the frame around them is in the language of the reader. */
function startPage(text: string, at: Addresses, assets: PageAssets, language: PublicLanguage = ENGLISH): string {
  const main = html`<article lang="en">${writtenPage(text, at.root)}</article>`;
  return layout({ title: titleOf(text), main }, at, assets, language);
}
