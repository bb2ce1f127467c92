import { type PeopleTexts, peopleTexts } from '@proofmark/messages/console/people';
import type { BulkAct, IssuanceJob, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { timeIn } from '../../controls/dates.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';

/** What was done to many badges, and the jobs that issued some: newest first. */
interface Done {
  readonly acts: readonly BulkAct[];
  readonly jobs: readonly IssuanceJob[];
}

/** What was done to many badges at once, found again after a reload, with the way to take it back as long as there is one. */
class Acts extends Screen<PeopleTexts> {
  protected readonly textsFor = peopleTexts;
  #done = new Loaded<Done>(this, async (signal): Promise<Answer<Done>> => {
    const { issuer, ask, may } = this.context;
    if (issuer === null) return { ok: true, value: { acts: [], jobs: [] } };
    const acts = await ask<Page<BulkAct>>('GET', `bulk-acts?issuer=${issuer.id}&limit=50`, undefined, { signal });
    if (!acts.ok) return acts;
    const jobs = may('credentials:issue')
      ? await ask<Page<IssuanceJob>>('GET', `issuance-jobs?issuer=${issuer.id}&limit=20`, undefined, { signal })
      : null;
    if (jobs !== null && !jobs.ok) return jobs;
    const taken = new Set(acts.value.data.map(({ jobId }) => jobId));
    const open = (jobs?.value.data ?? []).filter(({ id, rows, undoUntil }) => rows.done > 0 && undoUntil !== null && !taken.has(id));
    return { ok: true, value: { acts: acts.value.data, jobs: open } };
  });

  /** One is taken back: a second click would be told that nothing is left to take back. */
  #busy = false;

  protected override open(): void {
    void this.#done.load({ forget: true });
  }

  protected view(words: PeopleTexts): TemplateResult {
    const { context } = this;
    return html`
      <div>
        <h1 tabindex="-1">${words['acts-title']}</h1>
        <p class="lead">${words['acts-lead']}</p>
        <p><a href=${context.href('people')}>${words['to-people']}</a></p>
      </div>
      ${this.#done.view(({ acts, jobs }) =>
        acts.length + jobs.length === 0
          ? html`<p class="panel">${words['no-acts']}</p>`
          : html`<ul class="rows panel">
              ${jobs.map((job) => this.#jobView(words, job))} ${acts.map((act) => this.#actView(words, act))}
            </ul>`,
      )}
    `;
  }

  #actView(words: PeopleTexts, act: BulkAct): TemplateResult {
    const { kind, badges: count, state, createdAt, undoUntil, actorId } = act;
    const { lang, me } = this.context;
    const isOpen = state === 'open' && new Date(undoUntil) > new Date();
    return html`<li>
      <span><strong>${words.act({ kind, count })}</strong> ${actorId === me.person.id ? words['by-you'] : nothing}</span>
      <time datetime=${createdAt}>${timeIn(lang, createdAt)}</time>
      <span>${isOpen ? words['can-undo']({ time: timeIn(lang, undoUntil) }) : words['act-state']({ state: state === 'open' ? 'finishing' : state })}</span>
      ${isOpen ? html`<button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => void this.#undo(words, act)}>${words.undo}</button>` : nothing}
    </li>`;
  }

  #jobView(words: PeopleTexts, job: IssuanceJob): TemplateResult | typeof nothing {
    const { rows, endedAt, undoUntil } = job;
    const { lang } = this.context;
    if (undoUntil === null || new Date(undoUntil) <= new Date() || !this.context.may('credentials:revoke')) return nothing;
    return html`<li>
      <strong>${words['job-issued']({ count: rows.done })}</strong>
      ${endedAt === null ? nothing : html`<time datetime=${endedAt}>${timeIn(lang, endedAt)}</time>`}
      <span>${words['can-undo']({ time: timeIn(lang, undoUntil) })}</span>
      <button type="button" class="quiet" ?disabled=${this.#busy} @click=${() => void this.#takeBack(words, job)}>${words['take-back']}</button>
    </li>`;
  }

  async #undo(words: PeopleTexts, { id }: BulkAct): Promise<void> {
    const { context } = this;
    await this.#alone(async () => {
      const answer = await context.ask<BulkAct>('POST', `bulk-acts/${id}/undo`);
      if (!answer.ok) sayFailed(context, answer);
      else context.say({ tone: 'good', text: words.undone });
    });
  }

  /** What was claimed stays, where somebody says so after they were told. */
  async #takeBack(words: PeopleTexts, { id, rows }: IssuanceJob): Promise<void> {
    const { context } = this;
    const title = words['take-back-title']({ count: rows.done });
    if (!(await context.confirm({ title, text: words['take-back-text'], yes: words['take-back'], word: words['revoke-word'] }))) return;
    await this.#alone(async () => {
      let answer = await context.ask<BulkAct>('POST', `issuance-jobs/${id}/undo`, { confirm: 'revoke' });
      if (!answer.ok && answer.problem === 'taken') {
        const keep = { title: words['claimed-title'], text: words['claimed-text'], yes: words['take-back-others'] };
        if (!(await context.confirm(keep))) return;
        answer = await context.ask<BulkAct>('POST', `issuance-jobs/${id}/undo`, { confirm: 'revoke', claimed: 'keep' });
      }
      if (!answer.ok) sayFailed(context, answer);
      else context.say({ tone: 'good', text: words['taken-back']({ count: answer.value.badges }) });
    });
  }

  /** Takes something back, and shows what is left. */
  async #alone(act: () => Promise<void>): Promise<void> {
    this.#busy = true;
    this.requestUpdate();
    await act();
    await this.#done.load();
    this.#busy = false;
    this.requestUpdate();
  }
}

export const tag = 'console-acts';
customElements.define(tag, Acts);
