import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJobProblem } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';

/** Why a file cannot be read, and what to do. What the service says beyond that is shown as it is: it says so in English. */
export function fileFaultView(words: IssueManyTexts, problem: IssuanceJobProblem | null): TemplateResult | typeof nothing {
  if (problem === null) return nothing;
  const { code, line, detail } = problem;
  const said = words['file-faults'];
  const known = Object.hasOwn(said, code) ? said[code as Exclude<keyof typeof said, 'line'>] : null;
  return html`<div class="problem" role="alert">
    ${known === null ? nothing : html`<p>${known}</p>`}
    ${line === null ? nothing : html`<p>${said.line({ line })}</p>`}
    ${known === null || code === 'wrong-header' ? html`<p lang="en">${detail}</p>` : nothing}
  </div>`;
}
