import { type CheckLanguage, describeCheck, describeNote, nameOfCheck, wordOfOutcome } from '@proofmark/messages';
import { type CheckTexts, checkTextsFor, shownText } from '@proofmark/messages/card';
import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { checksSummary } from './checks-summary.js';
import type { ViewContext } from './context.js';
import { outcomeIcon } from './icons.js';
import { localise } from './localise.js';

/** The sentences about checks in the reader's language, where a page has them; the card has the names alone. */
export interface CheckSentences {
  readonly verdicts: CheckLanguage;
  readonly names: CheckTexts;
  readonly notes: Parameters<typeof describeNote>[1];
}

const codeOf = (outcome: Outcome): string | null =>
  outcome.outcome === 'passed' ? null : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;

function line(id: CheckId, report: Report, { texts }: ViewContext, own: CheckTexts | null, says: CheckSentences | null): TemplateResult {
  const outcome = report.checks[id];
  const { happened, means, todo } = describeCheck(id, outcome, says?.verdicts);
  const code = codeOf(outcome);
  const decided = report.because.includes(id) && outcome.outcome !== 'passed';
  return html`<li data-check=${id} data-outcome=${outcome.outcome}>
    ${outcomeIcon(outcome.outcome)}
    <div>
      <p><span class="answer">${own?.outcomes[outcome.outcome] ?? wordOfOutcome(outcome)}</span> ${own?.names[id] ?? nameOfCheck(id)}${
        decided ? html` <span class="muted">(${texts.decided})</span>` : nothing
      }</p>
      ${
        says === null && own !== null && outcome.outcome === 'passed' && outcome.detail?.record !== undefined
          ? html`<p class="muted">${own.recorded}</p>`
          : html`<p class="muted" lang=${says === null ? 'en' : nothing}>${[happened, means, todo].filter((text) => text !== '').join(' ')}</p>`
      }
      <code class="muted" dir="ltr">${id}${code === null ? nothing : html`: ${code}`}</code>
    </div>
  </li>`;
}

/** Every check with its answer; the codes are for support. Without sentences in the reader's language they are in English. */
function checkList(asJudged: Report, context: ViewContext, own: CheckTexts | null, says: CheckSentences | null): TemplateResult {
  const report = localise(asJudged, says !== null || context.texts.lang === 'en' ? context.locale : 'en');
  const { notes } = report;
  return html`<ul>${CHECK_IDS.map((id) => line(id, report, context, own, says))}</ul>
    ${
      notes.length === 0
        ? nothing
        : html`<p>${context.texts.notes}</p>
            <ul>${notes.map(
              ({ code, pointer }) =>
                html`<li><div><p lang=${says === null ? 'en' : nothing}>${describeNote(code, says?.notes)}</p><code class="muted" dir="ltr">${code} ${shownText(pointer)}</code></div></li>`,
            )}</ul>`
    }`;
}

/** The same, with the names of the checks in the language of the card, as far as they can be had. */
export async function translatedChecks(report: Report, context: ViewContext): Promise<TemplateResult> {
  return checkList(report, context, await checkTextsFor(context.texts.lang), null);
}

/** Every check with its answer, folded. */
export function checksView(report: Report, context: ViewContext, says: CheckSentences): TemplateResult {
  return html`<details class="checks" part="checks">
    <summary>${checksSummary(report, context)}</summary>
    ${checkList(report, context, says.names, says)}
  </details>`;
}
