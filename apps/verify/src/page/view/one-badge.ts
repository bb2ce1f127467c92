import {
  cautionOf,
  checksView,
  claimed,
  datesView,
  issuerView,
  safeImage,
  type ViewContext,
  verdictView,
} from '@proofmark/badge-element/view';
import { details, pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import { contactedView } from './contacted.js';
import { containedView } from './contained.js';
import { type EvidenceActions, evidenceSection } from './evidence.js';
import { genuineLimits } from './genuine-limits.js';
import { type PersonActions, personAnswer, personForm } from './person.js';

/** What the reader can do from the result. */
export interface ResultActions extends PersonActions, EvidenceActions {
  /** Several badges share one form for the recipient, above all of them. */
  readonly withPersonForm: boolean;
  readonly relayed: ReadonlySet<string>;
  readonly onRetry: () => void;
}

const dropImage = (event: Event): void => (event.target as HTMLImageElement).remove();

function badgeHead(report: Report, context: ViewContext): TemplateResult | typeof nothing {
  const { badge } = report;
  if (badge === null) return nothing;
  const image = safeImage(badge.image, context.pageHostname);
  const caution = cautionOf(report, context.texts);
  return html`<div class="badge">
    ${
      image === null
        ? nothing
        : html`<img src=${image} alt="" width="112" height="112" decoding="async" referrerpolicy="no-referrer" @error=${dropImage} />`
    }
    <div>
      <p class="badge-name">${badge.name === null ? context.texts.untitled : claimed(badge.name)}</p>
      ${badge.description === null ? nothing : html`<p>${claimed(badge.description, 600)}</p>`}
      ${caution === null ? nothing : html`<p class="caution">${caution}</p>`}
    </div>
  </div>`;
}

/** The container in which the badge was found. Other content is named by the sentence of the verdict. */
function foundView(report: Report): TemplateResult | typeof nothing {
  const container = pageTexts.containers[String(report.checks.format.detail?.container) as keyof typeof pageTexts.containers];
  const host = report.contacted.find(({ for: purpose }) => purpose === 'badge')?.host;
  return container === undefined ? nothing : html`<p class="muted">${container(details({ host: host ?? '' }))}</p>`;
}

/** One report: the verdict, then evidence, recipient, issuer and dates, and last the checks and the hosts. */
export function oneBadgeView(report: Report, context: ViewContext, actions: ResultActions): TemplateResult {
  const known = report.badge !== null;
  return html`<section aria-labelledby="genuine">
      <h2 id="genuine">${pageTexts.headings.genuine}</h2>
      ${verdictView(report, context.locale)}
      ${genuineLimits(report)} ${foundView(report)}
      ${
        report.verdict === 'unfinished'
          ? html`<p><button type="button" ?disabled=${actions.busy} @click=${actions.onRetry}>${pageTexts.retry}</button></p>`
          : nothing
      }
      ${badgeHead(report, context)} ${containedView(report, 'member')}
    </section>
    ${
      known
        ? html`${evidenceSection(report, context, actions)}
          <section aria-labelledby="person">
            <h2 id="person">${pageTexts.headings.person}</h2>
            ${personAnswer(report)} ${actions.withPersonForm ? personForm(actions) : nothing}
          </section>
          <section aria-labelledby="issuer">
            <h2 id="issuer">${pageTexts.headings.issuer}</h2>
            ${issuerView(report, context)} ${containedView(report, 'endorsement')}
          </section>
          <section aria-labelledby="dates">
            <h2 id="dates">${pageTexts.headings.dates}</h2>
            ${datesView(report, context)}
          </section>`
        : nothing
    }
    <section aria-labelledby="how">
      <h2 id="how">${pageTexts.headings.how}</h2>
      ${checksView(report, context)} ${contactedView([report], actions.relayed)}
    </section>`;
}
