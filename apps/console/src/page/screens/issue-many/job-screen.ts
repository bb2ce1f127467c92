import { type IssueManyTexts, issueManyTexts } from '@proofmark/messages/console/issue-many';
import { type RowFaultTexts, rowFaultTexts } from '@proofmark/messages/console/row-faults';
import type { AchievementResource, IssuanceJob, IssuanceJobRow, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { type Answer, askEvents, type Failed } from '../../api.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { earnable } from './achievements.js';
import './issue-many.css';
import { followJob, isOpen, type JobSource } from './job/follow-job.js';
import { goQuestion } from './job/go-view.js';
import { type JobActs, jobView } from './job/job-view.js';
import { pause } from './job/pause.js';
import { sendJob } from './send-job.js';
import { sayOfSent } from './sent-away.js';
import { keepSent, type Sent, sentOf } from './sent-files.js';
import { isReadable, sourceOf } from './start/source-file.js';

interface Words {
  readonly many: IssueManyTexts;
  readonly faults: RowFaultTexts;
}

/** Rows with faults that are read at a time. */
const ROWS = 50;

/** One list: its check or its issue, while it runs and afterwards. */
class IssuanceJobScreen extends Screen<Words> implements JobActs {
  protected readonly textsFor = async (lang: string): Promise<Words> => {
    const [many, faults] = await Promise.all([issueManyTexts(lang), rowFaultTexts(lang)]);
    return { many, faults };
  };
  readonly #achievement = new Loaded<AchievementResource>(this, (signal) =>
    this.context.ask('GET', `achievements/${this.#job?.achievementId}`, undefined, { signal }),
  );
  #job: IssuanceJob | null = null;
  #failed: Failed | null = null;
  #rows: readonly IssuanceJobRow[] = [];
  #next: string | null = null;
  #sent: Sent | null = null;
  #fileFault: 'other-file' | 'gone' | null = null;
  #busy = false;
  #following = new AbortController();

  get #path(): string {
    return `issuance-jobs/${encodeURIComponent(this.place.params.jobId ?? '')}`;
  }

  override disconnectedCallback(): void {
    this.#following.abort();
    super.disconnectedCallback();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // An element that was taken out and put back goes on.
    if (this.hasUpdated) this.#follow();
  }

  protected override open(): void {
    [this.#job, this.#failed, this.#rows, this.#next, this.#fileFault] = [null, null, [], null, null];
    this.#busy = false;
    this.#sent = sentOf(this.place.params.jobId ?? '');
    this.#follow();
  }

  #follow(): void {
    this.#following.abort();
    const following = new AbortController();
    this.#following = following;
    const { organisation, ask } = this.context;
    const source: JobSource = {
      read: (signal) => ask('GET', this.#path, undefined, { signal }),
      events: (signal) => askEvents(`${this.#path}/events`, { signal, organisation: organisation.id }),
      pause,
    };
    void followJob(source, following.signal, (answer) => {
      if (!following.signal.aborted) this.#told(answer);
    });
  }

  #told(answer: Answer<IssuanceJob>): void {
    this.#failed = answer.ok ? null : answer;
    if (answer.ok) {
      const before = this.#job;
      this.#job = answer.value;
      if (before === null) void this.#achievement.load();
      const settled = !isOpen(answer.value) || answer.value.rows.ready === 0;
      if (settled && answer.value.rows.refused > 0 && (before?.rows.refused !== answer.value.rows.refused || this.#rows.length === 0))
        void this.#readRows();
    }
    this.requestUpdate();
  }

  async #readRows(after: string | null = null): Promise<void> {
    const cursor = after === null ? '' : `&cursor=${after}`;
    const path = `${this.#path}/rows?state=refused&limit=${ROWS}${cursor}`;
    const answer = await this.context.ask<Page<IssuanceJobRow>>('GET', path, undefined, { signal: this.#following.signal });
    // A second click asks for the same rows once more.
    if (!answer.ok || (after !== null && after !== this.#next)) return;
    this.#rows = after === null ? answer.value.data : [...this.#rows, ...answer.value.data];
    this.#next = answer.value.next;
    this.requestUpdate();
  }

  protected view({ many, faults }: Words): TemplateResult {
    const { context } = this;
    const [job, failed] = [this.#job, this.#failed];
    const isAway = failed !== null && job !== null && failed.problem === 'offline';
    return html`
      ${job === null ? html`<h1 tabindex="-1">${many.title}</h1>` : nothing}
      ${job === null && failed === null ? html`<p role="status" class="lead">${context.texts.loading}</p>` : nothing}
      ${
        job === null
          ? nothing
          : jobView(
              { many, faults },
              context,
              {
                ...{
                  job,
                  achievement: (this.#achievement.value === null ? null : earnable(this.#achievement.value).name) ?? '…',
                  sent: this.#sent,
                  fileFault: this.#fileFault,
                  busy: this.#busy,
                },
                ...{ rows: this.#rows, hasMore: this.#next !== null },
              },
              this,
            )
      }
      ${isAway ? html`<p role="status" class="problem">${many.job.unreachable}</p>` : problemView(context.texts, failed)}
      ${failed === null || isAway ? nothing : html`<button type="button" @click=${() => this.#follow()}>${context.texts.retry}</button>`}
      <p><a href=${context.href('issue-many')}>${many.job.back}</a></p>
    `;
  }

  more(): void {
    void this.#readRows(this.#next);
  }

  async download(): Promise<void> {
    const answer = await this.context.download(
      `${this.#path}/rows?state=refused`,
      'text/csv',
      this.words?.many.refused.file ?? 'refused.csv',
    );
    if (!answer.ok) this.#fail(answer);
  }

  async stop(): Promise<void> {
    const [words, job, path] = [this.words, this.#job, this.#path];
    if (words === null || job === null) return;
    const { many } = words;
    const text = job.mode === 'validate' ? many.job['stop-check'] : many.job['stop-text']({ count: job.rows.done });
    if (await this.context.confirm({ title: many.job['stop-title'], text, yes: many.job.stop })) await this.#act('cancel', path);
  }

  resume(): Promise<void> {
    return this.#act('resume');
  }

  retry(): Promise<void> {
    return this.#act('retry');
  }

  async #act(act: 'cancel' | 'resume' | 'retry', path = this.#path): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.requestUpdate();
    const isHere = this.stay();
    const answer = await this.context.ask<IssuanceJob>('POST', `${path}/${act}`);
    if (isHere()) this.#busy = false;
    if (!answer.ok) return this.#fail(answer);
    if (!isHere()) return;
    this.#rows = [];
    this.#told(answer);
    this.#follow();
  }

  choose(file: File): void {
    const [job, sent, source] = [this.#job, this.#sent, sourceOf(file)];
    if (job === null || sent === null) return;
    const isSame = typeof source !== 'string' && file.size === job.upload.bytes;
    this.#fileFault = isSame ? null : 'other-file';
    if (isSame) this.#sent = { ...sent, source };
    this.requestUpdate();
  }

  async go(): Promise<void> {
    const [job, sent, words] = [this.#job, this.#sent, this.words];
    if (job === null || sent === null || sent.source === null || words === null || this.#busy) return;
    const { context } = this;
    const isHere = this.stay();
    if (!(await context.confirm(goQuestion(words.many, job))) || !isHere()) return;
    this.#busy = true;
    this.requestUpdate();
    // One check leads to one issue, however often the button is pressed.
    const answer = await sendJob(context.ask, { ...sent.options, mode: 'issue' }, sent.source, `issue-of-${job.id}`);
    const isGone = !answer.ok && !(await isReadable(sent.source));
    // Issued rows are not issued once more, so they need not be kept.
    if (answer.ok) keepSent(answer.value.id, { ...sent, source: null });
    if (!isHere()) return sayOfSent(context, words.many, answer);
    this.#busy = false;
    if (answer.ok) context.go(`issue-many/${answer.value.id}`, undefined, { replace: true });
    else if (isGone) [this.#sent, this.#fileFault] = [{ ...sent, source: null }, 'gone'];
    else this.#fail(answer);
    this.requestUpdate();
  }

  #fail(failed: Failed): void {
    const { problem, detail } = failed;
    if (problem === 'taken' && detail !== undefined) this.context.say({ tone: 'bad', text: detail });
    // That a session has ended is told by the frame.
    else if (problem !== 'unauthenticated') sayFailed(this.context, failed);
    this.requestUpdate();
  }
}

export const tag = 'console-issuance-job';
customElements.define(tag, IssuanceJobScreen);
