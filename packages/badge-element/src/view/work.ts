import { shownText, type Texts } from '@proofmark/messages/card';
import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeLink } from '../links/safe-url.js';
import { claimed } from './claimed.js';
import type { ViewContext } from './context.js';

type Work = BadgeSummary['evidence'][number];

/** The facts about one piece of work: by its id, since the order of a list is not signed. */
function factsOf(work: Work, index: number, report: Report): EvidenceReport | undefined {
  if (work.id !== null) return report.evidence.find(({ id }) => id === work.id);
  return report.evidence.length === report.badge?.evidence.length ? report.evidence[index] : undefined;
}

function title(work: Work, { texts }: ViewContext): TemplateResult {
  const link = safeLink(work.id);
  const name = work.name ?? work.genre ?? (link ? `${link.host}${new URL(link.href).pathname}` : texts.unnamedWork);
  if (link === null) return html`<span class="work-name">${claimed(name)}</span> <span class="muted">(${texts.noLink})</span>`;
  return html`<a class="work-name" href=${link.href} rel="noopener nofollow" target="_blank">${claimed(name)}</a>
    <span class="muted host">${texts.opens(link)}</span>`;
}

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

function piece(work: Work, facts: EvidenceReport | undefined, report: Report, context: ViewContext): TemplateResult {
  const kind = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null).map((text) => shownText(text, 60));
  return html`<li part="work" data-pinned=${facts?.pinned ?? NONE}>
    <p>${title(work, context)}${kind.length > 0 ? html` <bdi lang="" class="muted">${kind.join(', ')}</bdi>` : nothing}</p>
    ${fourLines(facts, context.texts)}
    ${facts === undefined ? nothing : context.work?.found?.(facts, othersOf(facts, report))}
  </li>`;
}

/** The addresses of what only names a piece of work again. */
function othersOf(facts: EvidenceReport, { evidence }: Report): readonly string[] {
  return evidence.flatMap(({ id, companionOf }) => (companionOf !== undefined && evidence[companionOf] === facts ? (id ?? []) : []));
}

function askView({ texts, work }: ViewContext): TemplateResult | typeof nothing {
  if (work === undefined) return nothing;
  const { busy, onCheck, said } = work;
  return html`<p><button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : onCheck}>${texts.checkWork}</button>
    <span class="said">${said}</span></p>`;
}

/** How many pieces the card shows. */
const SHOWN = 3;

/** The work behind the badge: some pieces, each with its link, its host and the four lines; what a line does not show is said once. */
export function workView(report: Report, context: ViewContext): TemplateResult {
  const { texts } = context;
  const work = (report.badge?.evidence ?? [])
    .map((one, index) => ({ one, facts: factsOf(one, index, report) }))
    .filter(({ facts }) => facts?.companionOf === undefined);
  const more = work.length - SHOWN;
  return html`<ul class="work">
      ${work.slice(0, SHOWN).map(({ one, facts }) => piece(one, facts, report, context))}
    </ul>
    ${more > 0 ? html`<p class="muted">${texts.moreWork({ count: more })}</p>` : nothing}
    ${askView(context)}
    <details class="limits"><summary>${texts.limits}</summary>
            <dl>${Object.values(texts.lines).map(({ name, limit }) => html`<div><dt>${name}</dt><dd class="muted">${limit}</dd></div>`)}</dl></details>`;
}
