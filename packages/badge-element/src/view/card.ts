import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeImage } from '../links/safe-url.js';
import { cautionOf } from './caution.js';
import { claimed } from './claimed.js';
import type { ViewContext } from './context.js';
import { datesView } from './dates.js';
import { foldedChecksView } from './folded-checks.js';
import { issuerView } from './issuer.js';
import { phrase } from './phrase.js';
import { workLater } from './work-later.js';

/** A picture that cannot be had leaves no broken frame behind. */
const dropImage = (event: Event): void => (event.target as HTMLImageElement).remove();

function head({ badge }: Report, { texts, pageHostname }: ViewContext): TemplateResult {
  const image = safeImage(badge?.image, pageHostname);
  const recipient = badge?.recipient.name ?? null;
  return html`<header class="head">
    ${
      image === null
        ? nothing
        : html`<img part="image" src=${image} alt="" width="96" height="96" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${dropImage} />`
    }
    <div>
      <h3 part="title" class="name">${badge?.name ? claimed(badge.name) : texts.untitled}</h3>
      ${recipient === null ? nothing : html`<p class="muted">${phrase(texts.recipient, recipient)}</p>`}
    </div>
  </header>`;
}

/** What the badge says: the work first, then who vouches, then the dates, then the checks. Greyed when it may have been altered. */
export function cardView(report: Report, context: ViewContext): TemplateResult {
  const { texts } = context;
  const caution = cautionOf(report, texts);
  return html`${head(report, context)}
    ${caution === null ? nothing : html`<p class="caution">${caution}</p>`}
    <section class="says-section" part="evidence"><h4>${texts.work}</h4>${workLater(report, context)}</section>
    <section class="says-section"><h4>${texts.issuer}</h4>${issuerView(report, context)}</section>
    ${datesView(report, context)}
    ${foldedChecksView(report, context)}`;
}
