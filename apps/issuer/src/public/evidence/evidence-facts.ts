import { describeAge, describeCopy, describeLook, describeWork, describeWorkReason, type WorkLine } from '@proofmark/messages';
import { choice, type PublicLanguage } from '@proofmark/messages/public';
import type { EvidenceReport } from '@proofmark/schemas';
import { day, instant, moment } from '../layout/dates.js';
import { foreign, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { type FactTone, factIcon } from '../layout/icons.js';
import { withParts } from '../layout/with-parts.js';
import { isPinned, type WorkItem } from './evidence-item.js';
import { factsOf, type KnownWork, type Looked, lookedAt } from './known-evidence.js';

/**
 * The four lines about a piece of work, as the issuer knows them: fixed, the same, kept, theirs. Each has an answer of its own; they are never
 * merged. What a yes does not show is said once for all of them, by `limitsOfYes`.
 */
export function fourLines(item: WorkItem, known: KnownWork | undefined, language: PublicLanguage): Html {
  const { texts, work } = language;
  const facts = factsOf(item.address, isPinned(item.pin), known);
  const [pinned, same, kept, theirs] = describeWork(facts, work) as readonly [WorkLine, WorkLine, WorkLine, WorkLine];
  const words = texts.pins[item.pin];
  const age = describeAge(facts, work);
  const line = ({ name, answer }: WorkLine, more: Html | null): Html =>
    html`<div><dt>${name}</dt><dd><strong>${withParts(texts.evidence.answer, { answer: foreign(answer) })}</strong> ${more}</dd></div>`;
  return html`<dl class="four" lang="${language.lang}">
${line(pinned, html`${words.shows} ${words.limit === '' ? null : html`<span class="limits">${words.limit}</span>`}`)}
${line(same, known === undefined ? null : isPrivate(item) ? html`${describeWorkReason('private', 'no-address', work.reasons)} ` : looked(lookedAt(known), known, language))}
${line(kept, copies(facts, language))}
${line(theirs, theirs.more.length === 0 ? null : html`${theirs.more.join(' ')} `)}
${age === '' ? null : html`<div><dt>${texts.evidence.age}</dt><dd>${age}</dd></div>`}
</dl>`;
}

/** What a yes to each of the four questions does not show. */
export function limitsOfYes({ lang, work }: PublicLanguage): Html {
  return html`<dl class="four" lang="${lang}">${Object.values(work.workLines.lines).map(
    ({ name, limit }) => html`<div><dt>${name}</dt><dd>${limit}</dd></div>`,
  )}</dl>`;
}

/** The answers in short: whether the version is fixed and the content the same; a copy and a link to the person only where there is one. */
export function factsView(item: WorkItem, known: KnownWork | undefined, language: PublicLanguage): Html {
  const { texts, lang } = language;
  const { facts: words } = texts.evidence;
  const facts = factsOf(item.address, isPinned(item.pin), known);
  const fact = (tone: FactTone, text: Html | string): Html => html`<li data-tone="${tone}">${factIcon(tone)}<span>${text}</span></li>`;
  return html`<ul class="facts" lang="${lang}">
${fact(isPinned(item.pin) ? 'open' : 'none', texts.pins[item.pin].label)}
${same(facts, known, language, fact)}
${facts.theirs === 'yes' ? fact('open', words.theirs) : null}
${facts.kept === 'yes' ? fact('open', words.kept) : null}
</ul>`;
}

function same(
  { sameBytes }: EvidenceReport,
  known: KnownWork | undefined,
  language: PublicLanguage,
  fact: (tone: FactTone, text: Html | string) => Html,
): Html {
  const { facts: words } = language.texts.evidence;
  if (sameBytes === 'private') return fact('none', words.same.private);
  const when = known === undefined ? null : instant(lookedAt(known).answered?.at ?? null);
  if (sameBytes === 'not-checked' || when === null) return fact('unknown', words['not-looked']);
  return fact(sameBytes === 'matches' ? 'open' : 'old', withParts(words.same[sameBytes], { at: day(when, language) }));
}

function isPrivate({ address }: WorkItem): boolean {
  return address?.startsWith('urn:') === true;
}

function looked({ answered, since }: Looked, { looks }: KnownWork, language: PublicLanguage): Html {
  const { work, texts } = language;
  const { 'not-looked': notLooked, looked: lookedOn, 'no-answer': noAnswer } = texts.evidence;
  if (looks.length === 0) return html`${notLooked} `;
  const again = choice(answered !== null);
  return html`${
    answered === null
      ? null
      : html`${withParts(lookedOn, { at: at(answered.at, language) })} ${describeWorkReason(answered.sameBytes, answered.reason, work.reasons)} `
  }${
    since === null
      ? null
      : html`${withParts((parts) => noAnswer({ again, ...parts }), { at: at(since.at, language) })} ${describeWorkReason(since.sameBytes, since.reason, work.reasons)} `
  }${looks.length > 1 ? earlier(looks, language) : null}`;
}

function earlier(looks: KnownWork['looks'], language: PublicLanguage): Html {
  const { work, texts } = language;
  return html`<details><summary>${texts.evidence.looks({ count: looks.length })}</summary>
<ul>${looks.map(
    ({ at: when, sameBytes, reason }) =>
      html`<li>${withParts(texts.evidence.look, { at: at(when, language), seen: describeLook(sameBytes, work.work) })} ${describeWorkReason(sameBytes, reason, work.reasons)}</li>`,
  )}</ul></details> `;
}

function copies({ keptCopies = [] }: EvidenceReport, { work, texts }: PublicLanguage): Html | null {
  if (keptCopies.length === 0) return null;
  return html`${keptCopies.map(
    (copy) => html`${describeCopy(copy, work)} ${copy.url === null ? null : html`${foreignLink(copy.url, texts.evidence['copy-link'])} `}`,
  )}`;
}

function at(text: string, language: PublicLanguage): Html {
  const date = instant(text);
  return date === null ? foreign(text) : moment(date, language);
}
