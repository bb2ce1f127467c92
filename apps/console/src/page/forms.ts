import type { ConsoleTexts } from '@proofmark/messages/console';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from './api.js';

/** One line of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'email' | 'text';
  readonly autocomplete: AutoFill;
}

export interface FormView {
  readonly title: string;
  readonly lead: string;
  readonly fields: readonly Field[];
  readonly button: string;
  readonly busy: boolean;
  readonly problem: ProblemKind | null;
  onSend(values: Readonly<Record<string, string>>): void;
}

/** A screen with one form. What was typed stays where sending it did not work. */
export function formView(texts: ConsoleTexts, { title, lead, fields, button, busy, problem, onSend }: FormView): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    onSend(Object.fromEntries([...data].map(([name, value]) => [name, String(value)])));
  };
  return html`
    <div>
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${lead}</p>
    </div>
    ${problemView(texts, problem)}
    <form @submit=${send} aria-busy=${busy}>
      ${fields.map(
        ({ name, label, type = 'text', autocomplete }) => html`<label
          >${label}<input name=${name} type=${type} autocomplete=${autocomplete} maxlength="200" required
        /></label>`,
      )}
      <button ?disabled=${busy}>${button}</button>
    </form>
  `;
}

export function problemView(texts: ConsoleTexts, problem: ProblemKind | null): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  const said = problem === 'unauthenticated' ? texts.problem.gone : texts.problem[problem];
  return html`<p class="problem" role="alert"><strong>${texts.problem.title}</strong> – ${said}</p>`;
}
