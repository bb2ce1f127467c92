import { claimed, safeLink } from '@proofmark/badge-element/view';
import { describeVerdict, shownText } from '@proofmark/messages';
import { html, nothing, type TemplateResult } from 'lit';
import { originOf } from '../input/candidate.js';
import type { Entry } from '../results/entries.js';
import { evidenceItemsOf } from '../results/evidence-items.js';
import { type Coverage, coverageOf, type Match, type Place } from '../skills/match.js';
import { type Role, skillsIn } from '../skills/role-skills.js';
import type { PageContext } from './page-context.js';
import { withParts } from './sentences.js';
import { skillMatrix } from './skill-matrix.js';
import { timeView } from './time.js';

type Texts = PageContext['says']['later']['skills'];

const STATES: readonly Coverage['state'][] = ['current', 'old', 'unproven', 'not-shown'];

/** A role's skills against the badges: the matrix for the eye, then each skill with its badges and the reasons. */
export function comparedView({ text, years }: Role, entries: readonly Entry[], context: PageContext): TemplateResult | typeof nothing {
  const skills = skillsIn(text);
  if (skills.length === 0) return nothing;
  const coverage = coverageOf(skills, entries, years, Date.now());
  return html`${skillMatrix(coverage, entries, context)} ${groups(coverage, context)}`;
}

function groups(coverage: readonly Coverage[], context: PageContext): TemplateResult[] {
  const texts = context.says.later.skills;
  return STATES.flatMap((state) => {
    const of = coverage.filter((one) => one.state === state);
    if (of.length === 0) return [];
    return [
      html`<h3>${texts.groups[state]({ count: of.length, total: coverage.length })}</h3>
        <ul class="coverage" data-state=${state}>${of.map(
          ({ skill, matches }) =>
            html`<li><strong>${claimed(skill, 120)}</strong>${matches.length === 0 ? nothing : html`<ul>${matches.map((match) => matchView(match, context))}</ul>`}</li>`,
        )}</ul>`,
    ];
  });
}

function matchView(
  { entry, report, place, text, reason, work, state }: Match,
  { locale, says, words, texts: card }: PageContext,
): TemplateResult {
  const texts = says.later.skills;
  const places: Readonly<Record<Place, (d: { readonly name: string; readonly text: string }) => string>> = texts.places;
  const { badge } = report;
  const name = badge?.name ?? originOf(entry.row.candidate, words.findings.pasted);
  return html`<li>
    ${withParts(places[place], { name: claimed(name, 120), text: claimed(text, 80) })}
    ${reason.kind === 'words' ? nothing : texts.reasons[reason.kind]({ name: reason.name })}
    ${
      state === 'unproven'
        ? html`<span class="muted">${describeVerdict(report, says.verdicts).title}.</span>`
        : html`${badge?.validFrom ? html`${withParts(texts.issued, { at: timeView(badge.validFrom, locale) })} ` : nothing}${
            report.verdict === 'no-longer-current' ? html`<span class="muted">${texts['not-current']}</span> ` : nothing
          }${worksView(work, evidenceItemsOf(report).length, card.unnamedWork, texts)}`
    }
  </li>`;
}

function worksView(work: Match['work'], all: number, unnamedWork: string, texts: Texts): TemplateResult | string {
  if (all === 0) return texts['no-work'];
  if (work.length === 0) return texts['work-silent']({ count: all });
  const works = work.map(({ id, name, genre }, index) => {
    const link = safeLink(id);
    const title = shownText(name ?? genre ?? link?.host ?? unnamedWork, 80);
    return html`${index === 0 ? nothing : ', '}${
      link === null
        ? html`<bdi lang="">${title}</bdi>`
        : html`<a href=${link.href} rel="noopener nofollow" target="_blank"><bdi lang="">${title}</bdi></a> <span class="muted">${texts.opens(link)}</span>`
    }`;
  });
  return withParts(texts['work-names'], { works });
}
