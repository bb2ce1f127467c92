import type { IssueTexts } from '@proofmark/messages/console/issue';
import type { CreatedClaimLink, CredentialResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import type { ConsoleContext } from '../../shell/context.js';
import { findingWords } from './finding.js';

export interface DoneView {
  readonly words: IssueTexts;
  readonly context: ConsoleContext;
  readonly badge: CredentialResource;
  readonly link: CreatedClaimLink | null;
  readonly busy: boolean;
  makeLink(): void;
  copy(): void;
  another(): void;
}

/** What there is now, and where to go from here. */
export function doneView({ words, context, badge, link, busy, makeLink, copy, another }: DoneView): TemplateResult {
  const said = words.done;
  const { lang } = context;
  const { recipient, achievementName, issuedAt, url, links, evidence } = badge;
  const name = recipient?.name ?? said.someone;
  return html`
    <h1 tabindex="-1">${said.title}</h1>
    <section class="panel done">
      <img src=${links.svg} alt="" width="128" height="128" />
      <div>
        <p class="lead">${said.text({ name, achievement: achievementName, at: dayIn(lang, issuedAt) })}</p>
        ${
          evidence.length === 0
            ? html`<p>${said['no-work']}</p>`
            : html`<h2>${said.work}</h2><ul>${evidence.map((one) => html`<li><a href=${safeHref(one.permalink ?? one.url)} target="_blank" rel="noopener">${one.permalink ?? one.url}</a> – ${findingWords(one, words, lang).sentences[0]}</li>`)}</ul>`
        }
        <div class="actions">
          <a class="button" href=${url} target="_blank" rel="noopener">${said.page}</a>
          <a class="button quiet" href=${`../verify/#url=${encodeURIComponent(url)}`} target="_blank" rel="noopener">${said.check}</a>
          <button type="button" class="quiet" @click=${another}>${said.another}</button>
        </div>
      </div>
    </section>
    <section class="panel" aria-live="polite">
      ${
        link === null
          ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${makeLink}>${said.claim}</button>`
          : html`<p>${said['claim-lead']}</p>
              <p class="claim-link"><input readonly aria-label=${said['claim-lead']} .value=${link.url} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
                <button type="button" class="quiet" @click=${copy}>${said.copy}</button></p>
              <p class="hint">${said['claim-until']({ at: dayIn(lang, link.expiresAt) })}</p>`
      }
    </section>
  `;
}

/** Work may be named by another scheme than the web's, which a link does not open. */
const safeHref = (url: string): string | typeof nothing => (/^https?:\/\//i.test(url) ? url : nothing);
