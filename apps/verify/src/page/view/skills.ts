import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { until } from 'lit/directives/until.js';
import type { Entry } from '../results/entries.js';
import type { Role } from '../skills/role-skills.js';
import type { PageContext } from './page-context.js';

/** A role's skills beside the badges: which are named by which badge and which work, which are not, and which are old. */
export function skillsView(role: Role, entries: readonly Entry[], context: PageContext, onRole: (role: Role) => void): TemplateResult {
  const texts = context.says.later.skills;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    onRole({ text: String(form.get('skills') ?? ''), years: Math.max(1, Number(form.get('years')) || 1) });
  };
  return html`<details class="skills">
    <summary>${texts.summary}</summary>
    <form class="row" @submit=${submit}>
      <label for="skills">${texts.label}</label>
      <textarea id="skills" name="skills" rows="4" .value=${role.text} aria-describedby="skills-note"></textarea>
      <p>
        <label class="plain" for="years">${texts['old-after']}</label>
        <input id="years" name="years" type="number" min="1" max="50" .value=${String(role.years)} />
      </p>
      <button type="submit" class="quiet">${texts.compare}</button>
    </form>
    <p id="skills-note" class="muted">${texts.note}</p>
    ${
      role.text.trim() === ''
        ? nothing
        : guard([role, context.says, ...entries.map(({ report }) => report)], () => until(compared(role, entries, context)))
    }
  </details>`;
}

/** What came of it. The names of skills that the page knows are loaded once somebody asks. */
const compared = (role: Role, entries: readonly Entry[], context: PageContext): Promise<TemplateResult | typeof nothing> =>
  import('./skills-compared.js').then(
    ({ comparedView }) => comparedView(role, entries, context),
    () => html`<p class="problem">${context.words['no-table']}</p>`,
  );
