import type { BadgeView } from './badge-view.js';
import { foreignLink } from './foreign-link.js';
import { foreign } from './foreign-text.js';
import { type Html, html } from './html.js';
import { markdown } from './markdown.js';
import { PIN_WORDS, type WorkItem, workItem } from './work-item.js';

const SHOWN = 3;

/** The work behind the badge: each piece with its kind, its host, whether it is pinned, and what that does not show. */
export function workSection(badge: BadgeView): Html {
  const items = badge.evidence.map(workItem);
  if (items.length === 0) {
    return html`<section class="work" aria-labelledby="work">
<h2 id="work" lang="en">The work</h2>
<p class="none" lang="en"><strong>No work is attached to this badge.</strong> It rests on the word of its issuer alone.</p>
${badge.narrative === null ? null : html`<div class="narrative">${markdown(badge.narrative)}</div>`}
</section>`;
  }
  const rest = items.slice(SHOWN);
  return html`<section class="work" aria-labelledby="work">
<h2 id="work" lang="en">The work</h2>
${badge.narrative === null ? null : html`<div class="narrative">${markdown(badge.narrative)}</div>`}
<ul class="pieces">${items.slice(0, SHOWN).map(piece)}</ul>
${
  rest.length === 0
    ? null
    : html`<details><summary lang="en">${rest.length === 1 ? 'One more piece of work' : `${rest.length} more pieces of work`}</summary>
<ul class="pieces">${rest.map(piece)}</ul></details>`
}
</section>`;
}

function piece(item: WorkItem): Html {
  const words = PIN_WORDS[item.pin];
  return html`<li class="piece">
<h3>${foreignLink(item.address, item.title)}</h3>
<p class="tags" lang="en"><span class="kind">${foreign(item.kind)}</span> <span class="pin ${item.pin === 'none' ? 'loose' : 'fast'}">${words.label}</span></p>
${item.description === null ? null : html`<p>${foreign(item.description)}</p>`}
${item.narrative === null ? null : html`<div class="narrative">${markdown(item.narrative)}</div>`}
<p class="limits" lang="en">${words.shows} ${words.doesNotShow}</p>
</li>`;
}
