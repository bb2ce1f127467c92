import { claimed } from '@proofmark/badge-element/view';
import { icon, NONE, UNKNOWN, YES } from '@proofmark/ui/icons';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { originOf } from '../input/candidate.js';
import type { Entry } from '../results/entries.js';
import type { Coverage, Match } from '../skills/match.js';
import type { PageContext } from './page-context.js';

/** More badges than these make no table that somebody reads; the lists below it have all of them. */
const MOST_BADGES = 12;

const SHAPES: Readonly<Record<Match['state'], SVGTemplateResult>> = { current: YES, old: UNKNOWN, unproven: UNKNOWN };

/** A role's skills against the badges that name any of them: in each cell how a badge names a skill, in a word. Why stands below. No cell is a score. */
export function skillMatrix(
  coverage: readonly Coverage[],
  entries: readonly Entry[],
  { says, words }: PageContext,
): TemplateResult | typeof nothing {
  const texts = says.later.skills;
  const naming = new Set(coverage.flatMap(({ matches }) => matches.map(({ entry }) => entry.id)));
  const columns = entries.filter(({ id }) => naming.has(id)).slice(0, MOST_BADGES);
  if (columns.length === 0) return nothing;
  return html`<div class="matrix" tabindex="0" role="region" aria-label=${texts.matrix}>
    <table>
      <caption class="visually-hidden">${texts.matrix}</caption>
      <thead>
        <tr>
          <th scope="col">${texts.skill}</th>
          ${columns.map(
            ({ report, row }) =>
              html`<th scope="col">
                ${claimed(report?.badge?.name ?? originOf(row.candidate, words.findings.pasted), 80)}
                ${report?.badge?.recipient.name ? html`<span class="muted">${claimed(report.badge.recipient.name, 60)}</span>` : nothing}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>${coverage.map(
        ({ skill, matches }) =>
          html`<tr>
            <th scope="row">${claimed(skill, 80)}</th>
            ${columns.map(({ id }) =>
              cell(
                matches.find(({ entry }) => entry.id === id),
                texts,
              ),
            )}
          </tr>`,
      )}</tbody>
    </table>
  </div>`;
}

function cell(match: Match | undefined, texts: PageContext['says']['later']['skills']): TemplateResult {
  if (match === undefined) return html`<td data-cell="none">${icon(NONE)}<span class="visually-hidden">${texts.cells.none}</span></td>`;
  const { state, reason } = match;
  return html`<td data-cell=${state}>
    ${icon(SHAPES[state])} ${texts.cells[reason.kind]} ${state === 'current' ? nothing : html`<span class="muted">${texts.cells[state]}</span>`}
  </td>`;
}
