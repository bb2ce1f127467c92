import { describeAge, describeCopy, describeLook, describeWork, describeWorkReason, type WorkLine } from '@proofmark/messages';
import type { EvidenceReport } from '@proofmark/schemas';
import { instant, moment } from '../layout/dates.js';
import { foreign, foreignLink } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import { PIN_WORDS, type WorkItem } from './evidence-item.js';
import { factsOf, type KnownWork, type Looked, lookedAt } from './known-evidence.js';

/**
 * The four lines about a piece of work, as the issuer knows them: fixed, the same, kept, theirs. Each has an answer of its own and says
 * what it does not show; they are never merged.
 */
export function fourLines(item: WorkItem, known: KnownWork | undefined): Html {
  const facts = factsOf(item.address, item.pin !== 'none', known);
  const [pinned, same, kept, theirs] = describeWork(facts) as readonly [WorkLine, WorkLine, WorkLine, WorkLine];
  const words = PIN_WORDS[item.pin];
  const age = describeAge(facts);
  return html`<dl class="four" lang="en">
${line({ ...pinned, limit: words.limit }, html`${words.shows} `)}
${line({ ...same, more: [] }, known === undefined ? null : isPrivate(item) ? html`${describeWorkReason('private', 'no-address')} ` : looked(lookedAt(known), known))}
${line({ ...kept, more: [] }, copies(facts))}
${line(theirs, null)}
${age === '' ? null : html`<div><dt>Age</dt><dd>${age}</dd></div>`}
</dl>`;
}

function isPrivate({ address }: WorkItem): boolean {
  return address?.startsWith('urn:') === true;
}

function line({ name, answer, limit }: WorkLine, more: Html | null): Html {
  return html`<div><dt>${name}</dt><dd><strong>${foreign(answer)}.</strong> ${more}<span class="limits">${limit}</span></dd></div>`;
}

function looked({ answered, since }: Looked, { looks }: KnownWork): Html {
  if (looks.length === 0) return html`The issuer has not looked at it again yet. `;
  return html`${
    answered === null
      ? null
      : html`The issuer looked at it on ${at(answered.at)}. ${describeWorkReason(answered.sameBytes, answered.reason)} `
  }${
    since === null
      ? null
      : html`${answered === null ? 'It looked' : 'It looked again'} on ${at(since.at)}, and could not find out. ${describeWorkReason(since.sameBytes, since.reason)} `
  }${looks.length > 1 ? earlier(looks) : null}`;
}

function earlier(looks: KnownWork['looks']): Html {
  return html`<details><summary>The last ${looks.length} looks</summary>
<ul>${looks.map(({ at: when, sameBytes, reason }) => html`<li>${at(when)}: ${describeLook(sameBytes)}. ${describeWorkReason(sameBytes, reason)}</li>`)}</ul></details> `;
}

function copies({ keptCopies = [] }: EvidenceReport): Html | null {
  if (keptCopies.length === 0) return null;
  return html`${keptCopies.map(
    (copy) => html`${describeCopy(copy)} ${copy.url === null ? null : html`${foreignLink(copy.url, 'Open the copy')} `}`,
  )}`;
}

function at(text: string): Html {
  const date = instant(text);
  return date === null ? foreign(text) : moment(date);
}
