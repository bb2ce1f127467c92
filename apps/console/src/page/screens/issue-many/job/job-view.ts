import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { RowFaultTexts } from '@proofmark/messages/console/row-faults';
import type { IssuanceJob, IssuanceJobRow } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { timeIn } from '../../../controls/dates.js';
import type { ConsoleContext } from '../../../shell/context.js';
import { countsView } from '../counts-view.js';
import { fileFaultView } from '../file-fault.js';
import type { Sent } from '../sent-files.js';
import { isOpen } from './follow-job.js';
import { type GoActs, goView } from './go-view.js';
import { progressView } from './progress-view.js';
import { type RefusedActs, refusedView } from './refused-view.js';

export interface ShownJob {
  readonly job: IssuanceJob;
  /** The name of what is issued. */
  readonly achievement: string;
  readonly sent: Sent | null;
  readonly fileFault: 'other-file' | 'gone' | null;
  readonly busy: boolean;
  readonly rows: readonly IssuanceJobRow[];
  readonly hasMore: boolean;
}

export interface JobActs extends GoActs, RefusedActs {
  stop(): void;
  resume(): void;
  retry(): void;
}

interface Words {
  readonly many: IssueManyTexts;
  readonly faults: RowFaultTexts;
}

/** A list while it is checked or issued, and what came of it. */
export function jobView({ many, faults }: Words, context: ConsoleContext, shown: ShownJob, acts: JobActs): TemplateResult {
  const { job, achievement, rows, hasMore } = shown;
  const { job: said } = many;
  const open = isOpen(job);
  const isChecked =
    job.mode === 'validate' && job.rows.total !== null && job.rows.ready === 0 && (job.state === 'running' || job.state === 'ended');
  const hasRefused = rows.length > 0 && job.rows.refused > 0;
  return html`
    <div>
      <h1 tabindex="-1">${titleOf(many, job)}</h1>
      <p class="lead">${said.about({ achievement, when: timeIn(context.lang, job.createdAt) })}</p>
    </div>
    <p class="visually-hidden" role="status">${titleOf(many, job)}</p>
    ${fileFaultView(many, job.problem)}
    ${job.state === 'failed' ? nothing : stateView(many, context, shown, acts, open)}
    ${isChecked ? goView(many, context, { job, sent: shown.sent, fault: shown.fileFault, busy: shown.busy }, acts) : nothing}
    ${hasRefused ? refusedView(many, faults, context.texts.more, { rows, count: job.rows.refused, hasMore }, acts) : nothing}
    ${open ? nothing : nextView(many, context, shown)}
  `;
}

function titleOf({ job: said }: IssueManyTexts, { mode, state }: IssuanceJob): string {
  if (state === 'failed' || state === 'cancelled') return said[state];
  const isDone = state === 'ended';
  return mode === 'validate' ? said[isDone ? 'checked' : 'checking'] : said[isDone ? 'issued' : 'issuing'];
}

function stateView(many: IssueManyTexts, { lang }: ConsoleContext, { job, busy }: ShownJob, acts: JobActs, open: boolean): TemplateResult {
  const { job: said } = many;
  const { refused, waiting } = job.rows;
  const canRetry = !open && job.state === 'ended' && refused > 0;
  return html`<section class="panel" aria-label=${said.progress}>
    ${open ? progressView(many, lang, job) : nothing} ${countsView(many, job)}
    ${waiting > 0 ? html`<p>${said.waiting}</p>` : nothing} ${open ? html`<p class="hint">${said.leave}</p>` : nothing}
    <div class="actions">
      ${open ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => acts.stop()}>${said.stop}</button>` : nothing}
      ${job.state === 'cancelled' ? html`<button type="button" ?disabled=${busy} @click=${() => acts.resume()}>${said.resume}</button>` : nothing}
      ${
        canRetry
          ? html`<button type="button" class="quiet" aria-describedby="retry-hint" ?disabled=${busy} @click=${() => acts.retry()}>${said.retry}</button>
              <span id="retry-hint" class="hint">${said['retry-hint']}</span>`
          : nothing
      }
    </div>
  </section>`;
}

function nextView({ job: said }: IssueManyTexts, { href }: ConsoleContext, { job }: ShownJob): TemplateResult {
  const { achievementId, rows, state } = job;
  const word = state !== 'failed' && rows.refused > 0 ? said.correct : said.another;
  return html`<p><a href=${href('issue-many', { achievement: achievementId })}>${word}</a></p>`;
}
