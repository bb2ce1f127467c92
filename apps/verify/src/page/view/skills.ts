import { claimed, plain, safeLink, timeView, type ViewContext } from '@proofmark/badge-element/view';
import { describeVerdict } from '@proofmark/messages';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Entry } from '../results/entries.js';
import { type Coverage, coverageOf, type Match, type Place } from '../skills/match.js';
import { skillsIn } from '../skills/words.js';
import { originOf } from '../taking-in/candidate.js';

/** What the reader wrote about a role. */
export interface Role {
  readonly text: string;
  /** A badge that was issued longer ago counts as old. */
  readonly years: number;
}

const GROUPS: readonly (readonly [state: Coverage['state'], title: string])[] = [
  ['current', 'Named by a badge that is genuine and current'],
  ['old', 'Named only by something old'],
  ['unproven', 'Claimed only by a badge that you cannot rely on, or whose check could not be finished'],
  ['not-shown', 'Not named by any of these badges'],
];

const PLACES: Readonly<Record<Place, string>> = {
  skill: 'as a skill',
  name: 'in its name',
  tag: 'as a keyword',
  work: 'in its work',
  description: 'in its description',
};

/** A role's skills beside the badges: which are named by which badge and which work, which are not, and which are old. */
export function skillsView(role: Role, entries: readonly Entry[], context: ViewContext, onRole: (role: Role) => void): TemplateResult {
  const skills = skillsIn(role.text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    onRole({ text: String(form.get('skills') ?? ''), years: Math.max(1, Number(form.get('years')) || 1) });
  };
  return html`<details class="skills">
    <summary>Compare with the skills of a role</summary>
    <form class="row" @submit=${submit}>
      <label for="skills">Skills, one on each line or separated by commas</label>
      <textarea id="skills" name="skills" rows="4" .value=${role.text} aria-describedby="skills-note"></textarea>
      <p>
        <label class="plain" for="years">A badge counts as old after</label>
        <input id="years" name="years" type="number" min="1" max="50" .value=${String(role.years)} /> years
      </p>
      <button type="submit" class="quiet">Compare</button>
    </form>
    <p id="skills-note" class="muted">
      This compares words, and words are a hint only: a badge may show a skill in other words, and one word may mean two things. Read the badge and look at the
      work. Nobody is scored or ranked. The skills stay in this page.
    </p>
    ${
      skills.length === 0
        ? nothing
        : guard([role, ...entries.map(({ report }) => report)], () => groups(coverageOf(skills, entries, role.years, Date.now()), context))
    }
  </details>`;
}

function groups(coverage: readonly Coverage[], context: ViewContext): TemplateResult[] {
  return GROUPS.flatMap(([state, title]) => {
    const of = coverage.filter((one) => one.state === state);
    if (of.length === 0) return [];
    return [
      html`<h3>${title}: ${of.length} of ${coverage.length}</h3>
        <ul class="coverage" data-state=${state}>${of.map(
          ({ skill, matches }) =>
            html`<li><strong>${claimed(skill, 120)}</strong>${matches.length === 0 ? nothing : html`<ul>${matches.map((match) => matchView(match, context))}</ul>`}</li>`,
        )}</ul>`,
    ];
  });
}

function matchView({ entry, report, place, text, work, state }: Match, { locale }: ViewContext): TemplateResult {
  const { badge } = report;
  const name = badge?.name ?? originOf(entry.row.candidate);
  return html`<li>
    ${claimed(name, 120)} names it ${PLACES[place]}${place === 'name' ? nothing : html` (${claimed(text, 80)})`}.
    ${
      state === 'unproven'
        ? html`<span class="muted">${describeVerdict(report).title}.</span>`
        : html`${badge?.validFrom ? html`Issued ${timeView(badge.validFrom, locale)}. ` : nothing}${
            report.verdict === 'no-longer-current' ? html`<span class="muted">No longer current.</span> ` : nothing
          }${works(work, badge?.evidence.length ?? 0)}`
    }
  </li>`;
}

function works(work: Match['work'], all: number): TemplateResult | string {
  if (all === 0) return 'No work is attached.';
  if (work.length === 0)
    return `${all === 1 ? 'The attached work does' : `None of the ${all} attached pieces of work does`} not name it: look at it.`;
  return html`Work that names it: ${work.map(({ id, name, genre }, index) => {
    const link = safeLink(id);
    const title = plain(name ?? genre ?? link?.host ?? 'a piece of work', 80);
    return html`${index === 0 ? nothing : ', '}${
      link === null
        ? html`<bdi lang="">${title}</bdi>`
        : html`<a href=${link.href} rel="noopener nofollow" target="_blank"><bdi lang="">${title}</bdi></a> <span class="muted">(opens ${link.host})</span>`
    }`;
  })}.`;
}
