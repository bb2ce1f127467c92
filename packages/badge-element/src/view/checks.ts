import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from './context.js';
import { outcomeIcon } from './icons.js';
import { outcomeSentenceOf, titleOf } from './words.js';

const codeOf = (outcome: Outcome): string | null =>
  outcome.outcome === 'passed' ? null : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;

function line(id: CheckId, report: Report, { texts }: ViewContext): TemplateResult {
  const outcome = report.checks[id];
  const code = codeOf(outcome);
  return html`<li data-check=${id} data-outcome=${outcome.outcome}>
    ${outcomeIcon(outcome.outcome)}
    <div>
      <p><span class="answer">${texts.answer[outcome.outcome]}</span> <span class="title">${titleOf(id)}</span>${
        report.because.includes(id) ? html` <span class="muted">(${texts.decided})</span>` : nothing
      }</p>
      <p class="muted">${outcomeSentenceOf(id, outcome)}</p>
      <code class="muted">${id}${code === null ? nothing : html`: ${code}`}</code>
    </div>
  </li>`;
}

/** Every check with its answer, folded; the codes are for whoever is asked for help. */
export function checksView(report: Report, context: ViewContext): TemplateResult {
  const asked = CHECK_IDS.filter((id) => report.checks[id].outcome !== 'not-applicable');
  const passed = asked.filter((id) => report.checks[id].outcome === 'passed');
  return html`<details class="checks" part="checks">
    <summary>${context.texts.checks(passed.length, asked.length)}</summary>
    <ul>${CHECK_IDS.map((id) => line(id, report, context))}</ul>
  </details>`;
}
