import { claimed, safeLink } from '@proofmark/badge-element/view';
import { describeAge, describeCopy, describeWork, shownText } from '@proofmark/messages';
import type { BadgeSummary, EvidenceReport, Report } from '@proofmark/schemas';
import { type Fact, projectCard, type Tone } from '@proofmark/ui';
import { CHANGED, NONE, UNKNOWN, YES } from '@proofmark/ui/icons';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { type EvidenceItem, evidenceItemsOf } from '../../results/evidence-items.js';
import type { PageContext } from '../page-context.js';
import { withParts } from '../sentences.js';
import { timeView } from '../time.js';
import { contentsView } from './contents.js';
import { yesTone } from './yes-tone.js';

/** How many pieces are shown at once; the rest is folded. */
const SHOWN = 3;

/** The pieces of work as cards, each with its four answers and what it holds. */
export function projectsView(report: Report, context: PageContext): TemplateResult | typeof nothing {
  const items = evidenceItemsOf(report);
  if (items.length === 0) return nothing;
  const { words } = context;
  const yes = yesTone(report);
  return html`<section class="panel" aria-labelledby="projects">
    <h2 id="projects">${context.texts.work}</h2>
    <ul class="work">${items.slice(0, SHOWN).map((item) => itemView(item, yes, context))}</ul>
    ${
      items.length > SHOWN
        ? html`<details>
            <summary>${words.work.more({ count: items.length - SHOWN })}</summary>
            <ul class="work">${items.slice(SHOWN).map((item) => itemView(item, yes, context))}</ul>
          </details>`
        : nothing
    }
  </section>`;
}

function itemView({ work, facts }: EvidenceItem, yes: Tone, context: PageContext): TemplateResult {
  const { says } = context;
  const lines = describeWork(facts, says.work);
  const sentences = lines.flatMap(({ more }) => more);
  const theirs = facts.theirs === 'yes' ? (lines[3]?.answer ?? '') : '';
  // Of work that is another now, or that nobody could look at, nobody knows that it is current.
  const age = facts.age === 'current' && facts.sameBytes !== 'matches' ? '' : describeAge(facts, says.work);
  const said = [...sentences, age].filter((text) => text !== '').map((text) => shownText(text, 300));
  return html`<li data-pinned=${facts.pinned} data-same=${facts.sameBytes}>
    ${projectCard({
      title: title(work, context),
      where: where(work, context),
      description: work.narrative === null ? nothing : html`<p>${claimed(work.narrative, 600)}</p>`,
      facts: factsOf(facts, yes, context),
      more: html`${theirs === '' ? nothing : html`<p class="muted">${context.words.facts['theirs-how']({ how: shownText(theirs, 300) })}</p>`}
        ${said.length === 0 ? nothing : html`<p class="muted">${said.join(' ')}</p>`} ${copies(facts, context)}
        ${facts.checkedAt === undefined ? nothing : html`<p class="muted">${withParts(context.words.work['looked-at'], { at: timeView(facts.checkedAt, context.locale, true) })}</p>`}`,
      contents: contentsView(facts, context),
    })}
  </li>`;
}

/** A yes, a no and a question that has no answer differ by icon and word; a no about a fingerprint or a copy accuses nobody. */
function factsOf({ pinned, sameBytes, kept, theirs }: EvidenceReport, yes: Tone, { words: { facts } }: PageContext): readonly Fact[] {
  const looks: Readonly<Record<string, readonly [Tone, SVGTemplateResult]>> = {
    yes: [yes, YES],
    matches: [yes, YES],
    changed: ['old', CHANGED],
    gone: ['old', CHANGED],
    no: ['none', NONE],
  };
  const fact = (answer: string, text: string): Fact => {
    const [tone, shape] = looks[answer] ?? ['unknown', UNKNOWN];
    return { tone, shape, text };
  };
  return [
    fact(sameBytes, facts.sameBytes[sameBytes]),
    fact(pinned, facts.pinned[pinned]),
    fact(theirs, facts.theirs[theirs]),
    fact(kept, facts.kept[kept]),
  ];
}

function title(work: BadgeSummary['evidence'][number], { texts: card }: PageContext): TemplateResult {
  const link = safeLink(work.id);
  const name = work.name ?? work.genre ?? (link ? `${link.host}${new URL(link.href).pathname}` : card.unnamedWork);
  return link === null
    ? html`<span class="work-name">${claimed(name)}</span>`
    : html`<a class="work-name" href=${link.href} rel="noopener nofollow" target="_blank">${claimed(name)}</a>`;
}

/** Its host, the commit that its link names, and its kind. */
function where(work: BadgeSummary['evidence'][number], { texts: card, words: { contents } }: PageContext): TemplateResult {
  const link = safeLink(work.id);
  const commit = link === null ? undefined : /(?:^|[/=])([\da-f]{7})[\da-f]{33}(?:[/?#]|$)/.exec(link.href)?.[1];
  const kinds = [work.name === null ? null : work.genre, work.mediaType].filter((text) => text !== null);
  return html`${link === null ? card.noLink : card.opens(link)}${commit === undefined ? nothing : html` · ${contents.commit({ id: commit })}`}${kinds.map(
    (kind) => html` · <bdi lang="">${shownText(kind, 60)}</bdi>`,
  )}`;
}

/** Links to the captures; the sentence above names who keeps them. */
function copies({ keptCopies = [] }: EvidenceReport, { texts: card, words, says }: PageContext): TemplateResult | typeof nothing {
  const links = keptCopies.flatMap((copy) => {
    const link = copy.url === null || copy.state !== 'kept' ? null : safeLink(copy.url);
    return link === null ? [] : [{ link, said: describeCopy(copy, says.work) }];
  });
  if (links.length === 0) return nothing;
  return html`<p class="muted">
    ${links.map(({ link, said }) => html`<a href=${link.href} rel="noopener nofollow" target="_blank" title=${shownText(said, 300)}>${words.work['open-copy']}</a> (${card.opens(link)}) `)}
  </p>`;
}
