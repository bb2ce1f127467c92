import { mayBeWithheld, shownText, type Texts } from '@proofmark/messages/card';
import type { EvidenceReport, Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ViewContext } from './context.js';
import { nameOfWork, type Piece, piecesOf } from './pieces.js';

/** The answers to the four questions, in the order of `texts.lines`. */
function answersOf(facts: EvidenceReport | undefined, { answers }: Texts): readonly string[] {
  const { pinned, sameBytes, kept, theirs, theirsBy, authorship } = facts ?? { pinned: NONE, sameBytes: NONE, kept: NONE, theirs: NONE };
  // Where more is known of the methods, it stands below in the reader's language.
  return [
    answers[pinned],
    answers[sameBytes],
    answers[kept],
    theirsBy && !authorship ? `${answers[theirs]} (${shownText(theirsBy, 60)})` : answers[theirs],
  ];
}
const NONE = 'not-checked';

function fourLines(facts: EvidenceReport | undefined, texts: Texts): TemplateResult {
  const answers = answersOf(facts, texts);
  return html`<dl class="lines">${Object.values(texts.lines).map(
    ({ name }, index) => html`<div><dt>${name}</dt><dd>${answers[index]}</dd></div>`,
  )}</dl>`;
}

function piece({ work, facts }: Piece, report: Report, context: ViewContext): TemplateResult {
  const kind = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null).map((text) => shownText(text, 60));
  return html`<li part="work" data-pinned=${facts?.pinned ?? NONE}>
    <p>${nameOfWork(work, context)}${kind.length > 0 ? html` <bdi lang="" class="muted">${kind.join(', ')}</bdi>` : nothing}</p>
    ${fourLines(facts, context.texts)}
    ${facts === undefined ? nothing : context.work?.found?.(facts, othersOf(facts, report))}
  </li>`;
}

/** The addresses of what only names a piece of work again. */
function othersOf(facts: EvidenceReport, { evidence }: Report): readonly string[] {
  return evidence.flatMap(({ id, companionOf }) => (companionOf !== undefined && evidence[companionOf] === facts ? (id ?? []) : []));
}

/** Whether a recheck can find out anything: requests are made only for a badge whose issuer is proven. */
function canCheckWork(report: Report): boolean {
  const proved = report.proofs.some(({ signature, keyAuthorised, issuerBinding }) =>
    [signature, keyAuthorised, issuerBinding].every(({ outcome }) => outcome === 'passed'),
  );
  return proved && report.evidence.length > 0;
}

function askView(report: Report, { texts, work }: ViewContext): TemplateResult | typeof nothing {
  if (work === undefined || !canCheckWork(report)) return nothing;
  const { busy, onCheck, said } = work;
  return html`<p><button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : onCheck}>${texts.checkWork}</button>
    <span class="said">${said}</span></p>`;
}

/** How many pieces the card shows. */
const SHOWN = 3;

/** The work behind the badge, or that there is none: some pieces, each with its link, its host and the four lines; what a line does not show is said once. */
export function workView(report: Report, context: ViewContext): TemplateResult {
  const { texts } = context;
  const pieces = piecesOf(report);
  if (pieces.length === 0)
    return html`<p class="no-work">${mayBeWithheld(report.checks.evidence) ? texts.withheld?.noWork : texts.noWork}</p>`;
  const more = pieces.length - SHOWN;
  return html`<ul class="work">${pieces.slice(0, SHOWN).map((one) => piece(one, report, context))}</ul>
    ${more > 0 ? html`<p class="muted">${texts.moreWork({ count: more })}</p>` : nothing}
    ${askView(report, context)}
    <details class="limits"><summary>${texts.limits}</summary>
            <dl>${Object.values(texts.lines).map(({ name, limit }) => html`<div><dt>${name}</dt><dd class="muted">${limit}</dd></div>`)}</dl></details>`;
}
