import { type IssueManyTexts, issueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob, Page } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { Screen } from '../../shell/screen.js';
import { type Earnable, readAchievements } from './achievements.js';
import './issue-many.css';
import { jobsView } from './jobs-view.js';
import { sendJob } from './send-job.js';
import { sayOfSent } from './sent-away.js';
import { keepSent } from './sent-files.js';
import { Looking } from './start/looking.js';
import { columnsOption, guessed, headingsOf, type Mapping } from './start/mapping.js';
import { rememberedMapping, rememberMapping } from './start/remembered.js';
import { isReadable, type SourceFault, type SourceFile, sourceOf, sourceOfPaste } from './start/source-file.js';
import { type StartActs, startForm } from './start/start-form.js';
import { type Looked, NOTHING_TYPED, ruleOf, type Start, type Typed } from './start/typed.js';

/** A pause in typing after which what was pasted is looked at, in milliseconds. */
const PAUSE = 400;
const JOBS = 20;

/** Where a list of learners is handed in, and the lists that were. */
class IssueMany extends Screen<IssueManyTexts> implements StartActs {
  protected readonly textsFor = issueManyTexts;
  readonly #achievements = new Loaded<readonly Earnable[]>(this, (signal) => {
    const { ask, issuer } = this.context;
    return issuer === null ? Promise.resolve({ ok: true, value: [] }) : readAchievements(ask, issuer.id, signal);
  });
  readonly #jobs = new Loaded<Page<IssuanceJob>>(this, (signal) => {
    const { ask, issuer } = this.context;
    return ask('GET', `issuance-jobs?issuer=${issuer?.id}&limit=${JOBS}`, undefined, { signal });
  });
  readonly #draft = new Draft<Typed>(this, NOTHING_TYPED);
  readonly #looking = new Looking();
  #looked: Looked | null = null;
  #sending = false;
  /** Why it could not be sent. */
  #failed: Failed | null = null;
  /** One for each intent, so that a second try after no answer makes no second job. */
  #once = crypto.randomUUID();

  override disconnectedCallback(): void {
    this.#looking.stop();
    super.disconnectedCallback();
  }

  protected override open(): void {
    const { issuer } = this.context;
    this.#draft.open(`issue-many/${issuer?.id}`);
    const asked = this.place.query.get('achievement');
    if (asked !== null) this.#draft.change({ achievementId: asked });
    void this.#lookAt(null);
    this.#sending = false;
    void this.#achievements.load({ forget: true }).then(() => this.#lookAt(sourceOfPaste(this.#draft.value.pasted)));
    void this.#jobs.load({ forget: true });
  }

  protected view(words: IssueManyTexts): TemplateResult {
    const { context } = this;
    const failed = this.#failed ?? this.#looking.failed;
    const { source, fault, busy } = this.#looking;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      ${this.#achievements.view((achievements) => {
        const start: Start = {
          ...{ typed: this.#draft.value, achievements, source, fault, looked: this.#looked },
          busy: this.#sending ? 'sending' : busy ? 'reading' : null,
        };
        return html`${startForm(words, context, start, this)} ${problemView(context.texts, failed)}
          ${this.#jobs.view(({ data }) => jobsView(words, context, data, achievements))}`;
      })}
    `;
  }

  change(part: Partial<Typed>): void {
    this.#draft.change(part);
    this.#once = crypto.randomUUID();
  }

  choose(file: File): void {
    this.change({ fileName: file.name, pasted: '' });
    void this.#lookAt(sourceOf(file));
  }

  paste(text: string): void {
    const source = sourceOfPaste(text);
    // What is too long to be sent is too long to be kept.
    this.change({ pasted: source === 'too-long' ? '' : text, fileName: '' });
    void this.#lookAt(source, PAUSE);
  }

  map(mapping: Mapping): void {
    this.change({ mapping, headings: headingsOf(this.#looked?.found.columns ?? []) });
  }

  async #lookAt(given: SourceFile | SourceFault | null, wait = 0): Promise<void> {
    [this.#looked, this.#failed] = [null, null];
    const looking = this.#looking.at(this.context.ask, given, wait);
    this.requestUpdate();
    const looked = await looking;
    if (looked !== null) this.#begin(looked);
    this.requestUpdate();
  }

  /** What the columns are: as it was chosen just now for these headings, or for the last such file; else a guess. */
  #begin({ source, found }: Omit<Looked, 'from'>): void {
    const headings = headingsOf(found.columns);
    const { typed, remembered } = { typed: this.#draft.value, remembered: rememberedMapping(headings) };
    const isSame = headings.length > 0 && JSON.stringify(typed.headings) === JSON.stringify(headings);
    const from = isSame ? 'draft' : remembered === null ? 'guess' : 'remembered';
    this.#looked = { source, found, from };
    if (from !== 'draft') this.change({ headings, mapping: remembered ?? guessed(found.columns, this.#results()) });
  }

  #results(): readonly string[] {
    const { achievementId } = this.#draft.value;
    const achievement = this.#achievements.value?.find(({ id }) => id === achievementId);
    return achievement?.results ?? [];
  }

  async send(): Promise<void> {
    const [looked, words, { achievementId, onDuplicate, mapping, headings }] = [this.#looked, this.words, this.#draft.value];
    if (looked === null || words === null || this.#sending) return;
    const { source, found } = looked;
    const achievement = this.#achievements.value?.find(({ id }) => id === achievementId);
    const rule = onDuplicate === '' ? ruleOf(achievement?.onDuplicate) : onDuplicate;
    const columns = columnsOption(found.columns, mapping);
    const options = { achievementId, onDuplicate: rule, columns, extraColumns: 'ignore' } as const;
    [this.#sending, this.#failed] = [true, null];
    this.requestUpdate();
    const { context } = this;
    const [isHere, taken] = [this.stay(), this.#draft.sent()];
    const answer = await sendJob(context.ask, { ...options, mode: 'validate' }, source, this.#once);
    const isGone = !answer.ok && !(await isReadable(source));
    if (answer.ok) {
      rememberMapping(headings, mapping);
      keepSent(answer.value.id, { options, source });
      taken();
    }
    if (!isHere()) return sayOfSent(context, words, answer);
    this.#sending = false;
    if (answer.ok) context.go(`issue-many/${answer.value.id}`);
    else if (!isGone) this.#failed = answer;
    else this.#lose(source);
    this.requestUpdate();
  }

  #lose(source: SourceFile): void {
    this.#looking.lose(source);
    if (this.#looked?.source === source) this.#looked = null;
  }
}

export const tag = 'console-issue-many';
customElements.define(tag, IssueMany);
