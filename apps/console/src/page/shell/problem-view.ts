import type { ConsoleTexts } from '@proofmark/messages/console';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed, ProblemKind } from '../api.js';

/** Why something did not work. What the service says of single places is shown as it is: it says so in English. */
export function problemView(texts: ConsoleTexts, failed: Failed | ProblemKind | null): TemplateResult | typeof nothing {
  if (failed === null) return nothing;
  const { problem, detail, errors }: Failed = typeof failed === 'string' ? { ok: false, problem: failed } : failed;
  const said = detail !== undefined && (problem === 'invalid' || problem === 'taken');
  return html`<div class="problem" role="alert">
    <p><strong>${texts.problem.title}</strong> – ${texts.problem[problem === 'unauthenticated' ? 'gone' : problem]}</p>
    ${said ? html`<p lang="en">${detail}</p>` : nothing}
    ${
      errors === undefined || errors.length === 0
        ? nothing
        : html`<ul lang="en">${errors.slice(0, 20).map((error) => html`<li><code>${error.pointer}</code> ${error.detail}</li>`)}</ul>`
    }
  </div>`;
}
