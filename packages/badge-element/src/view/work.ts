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

function fourLines(facts: EvidenceReport | undefined, texts: Texts, withLimits: boolean): TemplateResult {
  const answers = answersOf(facts, texts);
  return html`<dl class="lines">${Object.values(texts.lines).map(
    ({ name, limit }, index) =>
      html`<div><dt>${name}</dt><dd>${answers[index]}${withLimits ? html`<br /><span class="muted">${limit}</span>` : nothing}</dd></div>`,
  )}</dl>`;
}

function piece(
  work: Work,
  facts: EvidenceReport | undefined,
  report: Report,
  context: ViewContext,
  detail: 'short' | 'full',
): TemplateResult {
  const kind = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null).map((text) => shownText(text, 60));
  return html`<li part="work" data-pinned=${facts?.pinned ?? NONE}>
    <p>${title(work, context)}${kind.length > 0 ? html` <bdi lang="" class="muted">${kind.join(', ')}</bdi>` : nothing}</p>
    ${detail === 'full' && work.narrative !== null ? html`<p class="muted">${claimed(work.narrative, 600)}</p>` : nothing}
    ${fourLines(facts, context.texts, detail === 'full')}
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

/** Whether a recheck can find out anything: requests are made only for a badge whose issuer is proven. */
export function canCheckWork(report: Report | null): boolean {
  const proved = report?.proofs.some(({ signature, keyAuthorised, issuerBinding }) =>
    [signature, keyAuthorised, issuerBinding].every(({ outcome }) => outcome === 'passed'),
  );
  return proved === true && (report?.evidence.length ?? 0) > 0;
}

/** The work behind the badge: up to `max` pieces, each with its link, its host and the four lines; `full` says with each what it does not show. */
export function workView(report: Report, context: ViewContext, detail: 'short' | 'full' = 'short', max = 3): TemplateResult {
  const { texts } = context;
  const work = (report.badge?.evidence ?? [])
    .map((one, index) => ({ one, facts: factsOf(one, index, report) }))
    .filter(({ facts }) => facts?.companionOf === undefined);
  if (work.length === 0) return html`<p class="no-work">${texts.noWork}</p>`;
  const more = work.length - max;
  return html`<ul class="work">
      ${work.slice(0, max).map(({ one, facts }) => piece(one, facts, report, context, detail))}
    </ul>
    ${more > 0 ? html`<p class="muted">${texts.moreWork({ count: more })}</p>` : nothing}
    ${askView(context)}
    ${
      detail === 'full'
        ? nothing
        : html`<details class="limits"><summary>${texts.limits}</summary>
            <dl>${Object.values(texts.lines).map(({ name, limit }) => html`<div><dt>${name}</dt><dd class="muted">${limit}</dd></div>`)}</dl></details>`
    }`;
}
