import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext, Question } from '../../../shell/context.js';
import { countsOf } from '../counts-view.js';
import type { Sent } from '../sent-files.js';
import { ACCEPTED } from '../start/source-file.js';
import { ruleOf } from '../start/typed.js';

export interface Going {
  readonly job: IssuanceJob;
  readonly sent: Sent | null;
  /** The chosen file is another than the one that was checked, or cannot be read. */
  readonly fault: 'other-file' | 'gone' | null;
  readonly busy: boolean;
}

export interface GoActs {
  go(): void;
  choose(file: File): void;
}

/** Badges that a checked file comes to: rows whose work nobody answers for yet are tried again when they are issued. */
const badgesOf = ({ rows }: IssuanceJob): number => rows.valid + rows.waiting;

/** After a check: how many badges are issued and how many rows are left out, and what that needs. */
export function goView(words: IssueManyTexts, context: ConsoleContext, { job, sent, fault, busy }: Going, acts: GoActs): TemplateResult {
  const { go: said } = words;
  const count = badgesOf(job);
  const { existing } = countsOf(job);
  if (count === 0)
    return html`<section class="panel"><p>${existing > 0 && job.rows.refused === 0 ? said.everybody : said.nothing}</p>${again(words, context, job)}</section>`;
  return html`<section class="panel" aria-labelledby="go">
    <h2 id="go">${said.title}</h2>
    ${existing === 0 ? nothing : html`<p>${said[ruleOf(job.onDuplicate)]}</p>`}
    ${sent === null ? html`<p>${said.columns}</p>${again(words, context, job)}` : sent.source === null ? fileField(words, acts) : nothing}
    ${fault === null ? nothing : html`<p class="field-error" role="alert">${fault === 'gone' ? words.source.gone : said['other-file']}</p>`}
    ${busy ? html`<p role="status">${words.sending}</p>` : nothing}
    ${
      sent === null
        ? nothing
        : html`<div class="actions">
            <button type="button" ?disabled=${sent.source === null || busy} @click=${() => acts.go()}>${said.button({ count, left: job.rows.refused })}</button>
          </div>`
    }
  </section>`;
}

/** The question before badges are issued. */
export function goQuestion({ go }: IssueManyTexts, job: IssuanceJob): Question {
  const { refused } = job.rows;
  return {
    title: go.ask({ count: badgesOf(job) }),
    text: html`<p>${go.signed}</p>${refused === 0 ? nothing : html`<p>${go.left({ count: refused })}</p>`}<p>${go[ruleOf(job.onDuplicate)]}</p>`,
    yes: go.yes,
  };
}

function again({ go }: IssueManyTexts, { href }: ConsoleContext, { achievementId }: IssuanceJob): TemplateResult {
  return html`<p><a href=${href('issue-many', { achievement: achievementId })}>${go.begin}</a></p>`;
}

function fileField({ go }: IssueManyTexts, acts: GoActs): TemplateResult {
  const chosen = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file !== undefined) acts.choose(file);
  };
  return html`<div class="field">
    <label for="file">${go.file}</label>
    <span class="notes" id="note-file"><span class="hint">${go['file-hint']}</span></span>
    <input id="file" name="file" type="file" accept=${ACCEPTED} aria-describedby="note-file" @change=${chosen} />
  </div>`;
}
