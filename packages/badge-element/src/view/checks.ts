import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import { describeCheck, describeNote, nameOfCheck, wordOfOutcome } from '@proofmark/verifying/words';
import { html, nothing, type TemplateResult } from 'lit';
import type { ViewContext } from './context.js';
import { outcomeIcon } from './icons.js';
import { localise } from './localise.js';

const codeOf = (outcome: Outcome): string | null =>
  outcome.outcome === 'passed' ? null : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;

function line(id: CheckId, report: Report, { texts }: ViewContext): TemplateResult {
  const outcome = report.checks[id];
  const { happened, means, todo } = describeCheck(id, outcome);
  const code = codeOf(outcome);
  const decided = report.because.includes(id) && outcome.outcome !== 'passed';
  return html`<li data-check=${id} data-outcome=${outcome.outcome}>
    ${outcomeIcon(outcome.outcome)}
    <div>
      <p><span class="answer">${wordOfOutcome(outcome)}</span> ${nameOfCheck(id)}${
        decided ? html` <span class="muted">(${texts.decided})</span>` : nothing
      }</p>
      <p class="muted">${[happened, means, todo].filter((text) => text !== '').join(' ')}</p>
      <code class="muted">${id}${code === null ? nothing : html`: ${code}`}</code>
    </div>
  </li>`;
}

/** Every check with its answer, folded; the codes are for whoever is asked for help. */
export function checksView(asJudged: Report, context: ViewContext): TemplateResult {
  const report = localise(asJudged, context.locale);
  const asked = CHECK_IDS.filter((id) => report.checks[id].outcome !== 'not-applicable');
  const passed = asked.filter((id) => report.checks[id].outcome === 'passed');
  return html`<details class="checks" part="checks">
    <summary>${context.texts.checks(passed.length, asked.length)}</summary>
    <ul>${CHECK_IDS.map((id) => line(id, report, context))}</ul>
    ${
      report.notes.length === 0
        ? nothing
        : html`<p>${context.texts.notes}</p>
            <ul>${report.notes.map(({ code, pointer }) => html`<li><div><p>${describeNote(code)}</p><code class="muted">${code} ${pointer}</code></div></li>`)}</ul>`
    }
  </details>`;
}
