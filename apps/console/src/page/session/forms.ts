import type { ConsoleTexts } from '@proofmark/messages/console';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../api.js';

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

/** Here a conflict or a fault is one of the address that was typed. */
function problemView(texts: ConsoleTexts, problem: ProblemKind | null): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  const { problem: said } = texts;
  const text =
    { unauthenticated: said.gone, taken: said['taken-address'], invalid: said['invalid-address'] }[problem as string] ??
    said[problem as 'other'];
  return html`<p class="problem" role="alert"><strong>${said.title}</strong> – ${text}</p>`;
}
