import { cautionOf, claimed, safeLink } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { chipsView } from '@proofmark/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';

/** More skills than these are no help to a reader, and a badge may name any number. */
const MOST = 40;

/** What the badge says its holder can do: in words, by results and skills, and what had to be shown for it. */
export function abilitiesView(report: Report, context: PageContext): TemplateResult | typeof nothing {
  const { badge } = report;
  if (badge === null) return nothing;
  const { abilities } = context.words;
  const { description, criteria, skills, results } = badge;
  const link = safeLink(criteria.id);
  const told = results.filter(({ name, value }) => name !== null || value !== null).slice(0, MOST);
  if (description === null && criteria.narrative === null && link === null && skills.length + told.length === 0) return nothing;
  return html`<section class="panel" aria-labelledby="abilities">
    <h2 id="abilities">${cautionOf(report, context.texts) === null ? abilities.heading : abilities.claimed}</h2>
    ${description === null ? nothing : html`<p>${claimed(description, 600)}</p>`}
    ${
      told.length === 0
        ? nothing
        : html`<dl class="results-of" aria-label=${abilities.results}>${told.map(
            ({ name, value }) =>
              html`<div><dt>${name === null ? abilities.results : claimed(name, 120)}</dt><dd>${claimed(value ?? '', 120)}</dd></div>`,
          )}</dl>`
    }
    ${
      skills.length === 0
        ? nothing
        : chipsView(
            abilities.skills,
            skills.slice(0, MOST).map(({ name }) => claimed(name, 120)),
          )
    }
    ${criteria.narrative === null ? nothing : html`<div><h3>${abilities.criteria}</h3><p>${claimed(criteria.narrative, 1200)}</p></div>`}
    ${
      link === null
        ? nothing
        : html`<p><a href=${link.href} rel="noopener nofollow" target="_blank">${abilities['criteria-link']}</a> <span class="muted">${context.texts.opens(link)}</span></p>`
    }
  </section>`;
}
