import { decidingCode, decidingOutcome, shownText } from '@proofmark/messages/card';
import { isUrl } from '@proofmark/primitives';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BadgeErrorCode } from '../events.js';
import { type SafeLink, safeLink } from '../links/safe-url.js';
import { headView, shortWorkView } from './card.js';
import type { CardContext } from './context.js';
import { type FoldHooks, foldView } from './fold/more-later.js';
import { headlineView } from './headline.js';

/** All that the card depends on. */
export interface Card {
  readonly report: Report | null;
  readonly trouble: BadgeErrorCode | null;
  readonly busy: boolean;
  /** The check waits for the reader's click. */
  readonly offer: boolean;
  readonly announce: boolean;
  /** The badge's own address. */
  readonly link: SafeLink | null;
  readonly checker: string | null;
  readonly onCheck: () => void;
  readonly fold: FoldHooks;
}

/** The whole card. The fallback inside the tag stands until there is a badge to show. */
export function bodyView(card: Card, context: CardContext): TemplateResult {
  const { report, busy } = card;
  const doubtful = report?.verdict === 'do-not-rely';
  const shown = report?.badge ? report : null;
  return html`<article part="card" class=${doubtful ? 'card doubtful' : 'card'} lang=${context.texts.lang} aria-busy=${busy ? 'true' : 'false'}>
    ${shown === null ? html`<div class="fallback"><slot></slot></div>` : headView(shown, context)}
    <div role="status" tabindex="-1" aria-atomic="false" aria-live=${card.announce ? 'polite' : 'off'}>${statusOf(card, context)}${heard(context)}</div>
    ${shown === null ? nothing : shortWorkView(shown, context)}
    <div class="foot">
      ${buttonView(card, context)}
      ${shown === null ? nothing : foldView(shown, context, card.fold)}
      ${report === null ? nothing : independentView(card, context)}
    </div>
  </article>`;
}

function statusOf({ report, trouble, busy }: Card, context: CardContext): TemplateResult | string {
  const { texts } = context;
  if (busy && report === null) return texts.checking;
  if (report !== null) return headlineView(report, context);
  if (trouble !== null) return trouble === 'internal' ? texts.internal : texts.notLoaded;
  return '';
}

/** What became of the work stands beside its button; the one voice of the card says it, and nothing else again. */
function heard({ work }: CardContext): TemplateResult | typeof nothing {
  return work?.said ? html`<p class="unseen">${work.said}</p>` : nothing;
}

/** To check, or to ask once more for the one thing that was missing: what was had before is not asked for again. */
export function buttonView(card: Card, { texts }: CardContext): TemplateResult | typeof nothing {
  const { report, trouble, busy } = card;
  const first = card.offer && report === null && trouble === null;
  if (!first && trouble === null && report?.verdict !== 'unfinished') return nothing;
  // The same work would be too much for this page again.
  if (report !== null && decidingCode(report) === 'too-heavy') return nothing;
  const host = report === null ? undefined : missingHost(report);
  const again = host === undefined ? texts.again : texts.askAgain({ host });
  return html`<button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : card.onCheck}>${busy ? texts.checking : first ? texts.check : again}</button>`;
}

function missingHost(report: Report): string | undefined {
  const outcome = decidingOutcome(report);
  const host = outcome?.outcome === 'unknown' ? outcome.detail?.host : undefined;
  return typeof host === 'string' && host !== '' ? shownText(host, 80) : undefined;
}

/** Where a reader can check without this page: with words that name the host that it opens. Null where nothing is known. */
export function independentOf({ link, checker }: Card, { texts }: CardContext): { readonly href: string; readonly label: string } | null {
  const page = checker && isUrl(checker, document.baseURI) ? new URL(checker, document.baseURI) : null;
  if (page !== null && link !== null) page.hash = new URLSearchParams({ url: link.href }).toString();
  const target = page === null ? link : safeLink(page.href);
  return target && { href: target.href, label: (page === null ? texts.page : texts.independent)(target) };
}

/** A host page can paint any green box: the verdict leads to a check that it cannot paint. */
function independentView(card: Card, context: CardContext): TemplateResult | typeof nothing {
  const target = independentOf(card, context);
  if (target === null) return nothing;
  return html`<p class="independent"><a part="independent" href=${target.href} rel="noopener nofollow" target="_blank">${target.label}</a></p>`;
}
