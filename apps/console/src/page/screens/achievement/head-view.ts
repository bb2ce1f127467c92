import type { AchievementResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../../shell/context.js';
import type { FormWords } from './words.js';

export interface HeadView {
  readonly words: FormWords;
  readonly context: ConsoleContext;
  readonly resource: AchievementResource | null;
  /** Something was typed before, and is shown. */
  readonly waits: boolean;
  readonly mayWrite: boolean;
  discard(): void;
  archive(archived: boolean): void;
}

/** What it is that the form is about, and what can be done with it besides. */
export function headView({ words, context, resource, waits, mayWrite, discard, archive }: HeadView): TemplateResult {
  const said = words.form;
  const { href, texts } = context;
  const name = String(resource?.achievement.name ?? '');
  const isArchived = resource !== null && resource.archivedAt !== null;
  return html`
    <div>
      <p><a href=${href('achievements')}>${words.title}</a></p>
      <h1 tabindex="-1">${resource === null ? words.new : said.edit({ name })}</h1>
      ${mayWrite ? nothing : html`<p class="lead">${said['reading-only']}</p>`}
    </div>
    ${waits ? html`<p class="panel row" role="status">${said.draft} <button type="button" class="quiet" @click=${discard}>${said.discard}</button></p>` : nothing}
    ${isArchived ? html`<p class="panel">${said['is-archived']}</p>` : nothing}
    ${
      resource === null
        ? nothing
        : html`<div class="actions">
            ${context.may('credentials:issue') && !isArchived ? html`<a class="button quiet" href=${href(`issue/${resource.id}`)}>${said['issue-it']}</a>` : nothing}
            <a class="button quiet" href=${resource.url} target="_blank" rel="noopener">${said['public-page']}</a>
            ${mayWrite ? html`<button type="button" class="quiet" @click=${() => archive(!isArchived)}>${isArchived ? said.unarchive : said.archive}</button>` : nothing}
          </div>`
    }
    ${context.issuer === null ? html`<p class="problem">${words['no-issuer']} ${texts.denied.text}</p>` : nothing}
  `;
}
