import { type CheckSentences, checkSentencesFor, describeCheckIn, describeNoteIn, shownText } from '@proofmark/messages/card';
import { CHECK_IDS, type CheckId, type Outcome, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { checksSummary } from './checks-summary.js';
import type { ViewContext } from './context.js';
import { outcomeIcon } from './icons.js';
import { localise } from './localise.js';

const codeOf = (outcome: Outcome): string | null =>
  outcome.outcome === 'passed' ? null : outcome.outcome === 'not-applicable' ? outcome.reason : outcome.code;

function line(id: CheckId, report: Report, { texts }: ViewContext, { verdicts, names }: CheckSentences): TemplateResult {
  const outcome = report.checks[id];
  const { happened, means, todo } = describeCheckIn(verdicts, id, outcome);
  const code = codeOf(outcome);
  const decided = report.because.includes(id) && outcome.outcome !== 'passed';
  return html`<li data-check=${id} data-outcome=${outcome.outcome}>
    ${outcomeIcon(outcome.outcome)}
    <div>
      <p><span class="answer">${names.outcomes[outcome.outcome]}</span> ${names.names[id]}${
        decided ? html` <span class="muted">(${texts.decided})</span>` : nothing
      }</p>
      <p class="muted">${[happened, means, todo].filter((text) => text !== '').join(' ')}</p>
      <code class="muted" dir="ltr">${id}${code === null ? nothing : html`: ${code}`}</code>
    </div>
  </li>`;
}

/** Every check with its answer; the codes are for support. `lang`: the language of the sentences, where it is not the one around them. */
function checkList(report: Report, context: ViewContext, says: CheckSentences, lang: string | null): TemplateResult {
  const { notes } = report;
  return html`<ul lang=${lang ?? nothing}>${CHECK_IDS.map((id) => line(id, report, context, says))}</ul>
    ${
      notes.length === 0
        ? nothing
        : html`<p>${context.texts.notes}</p>
            <ul lang=${lang ?? nothing}>${notes.map(
              ({ code, pointer }) =>
                html`<li><div><p>${describeNoteIn(says.notes, code)}</p><code class="muted" dir="ltr">${code} ${shownText(pointer)}</code></div></li>`,
            )}</ul>`
    }`;
}

/** The same, when its sentences have come. */
export async function translatedChecks(report: Report, context: ViewContext): Promise<TemplateResult> {
  const says = await checkSentencesFor(context.texts.lang);
  const isForeign = says.lang !== context.texts.lang;
  return checkList(localise(report, isForeign ? says.lang : context.locale), context, says, isForeign ? says.lang : null);
}

/** Every check with its answer, folded. */
export function checksView(report: Report, context: ViewContext, says: CheckSentences): TemplateResult {
  return html`<details class="checks" part="checks">
    <summary>${checksSummary(report, context)}</summary>
    ${checkList(localise(report, context.locale), context, says, null)}
  </details>`;
}
