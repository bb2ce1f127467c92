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
import { keepSent } from './sent-files.js';
import { columnsOption, guessed, headingsOf, type Mapping } from './start/mapping.js';
import { rememberedMapping, rememberMapping } from './start/remembered.js';
import { columnsOf, isReadable, type SourceFault, type SourceFile, sourceOf, sourceOfPaste } from './start/source-file.js';
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
  #source: SourceFile | null = null;
  #fault: SourceFault | null = null;
  #looked: Looked | null = null;
  #busy: Start['busy'] = null;
  #failed: Failed | null = null;
  #looking: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** One for each intent, so that a second try after no answer makes no second job. */
  #once = crypto.randomUUID();

  override disconnectedCallback(): void {
    this.#looking?.abort();
    clearTimeout(this.#pause);
    super.disconnectedCallback();
  }

  protected override open(): void {
    const { issuer } = this.context;
    this.#draft.open(`issue-many/${issuer?.id}`);
    const asked = this.place.query.get('achievement');
    if (asked !== null) this.#draft.change({ achievementId: asked });
    [this.#source, this.#fault, this.#looked, this.#failed] = [null, null, null, null];
    void this.#achievements.load({ forget: true }).then(() => this.#lookAt(sourceOfPaste(this.#draft.value.pasted)));
    void this.#jobs.load({ forget: true });
  }

  protected view(words: IssueManyTexts): TemplateResult {
    const { context } = this;
    const failed = this.#failed;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      ${this.#achievements.view((achievements) => {
        const start: Start = {
          ...{ typed: this.#draft.value, achievements, source: this.#source, fault: this.#fault },
          ...{ looked: this.#looked, busy: this.#busy },
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
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#lookAt(source), PAUSE);
  }

  map(mapping: Mapping): void {
    this.change({ mapping, headings: headingsOf(this.#looked?.found.columns ?? []) });
  }

  async #lookAt(source: SourceFile | SourceFault | null): Promise<void> {
    this.#looking?.abort();
    const looking = new AbortController();
    this.#looking = looking;
    [this.#looked, this.#failed] = [null, null];
    [this.#source, this.#fault] = source === null || typeof source === 'string' ? [null, source] : [source, null];
    this.#busy = this.#source === null ? null : 'reading';
    this.requestUpdate();
    if (this.#source === null) return;
    const answer = await columnsOf(this.context.ask, this.#source, looking.signal);
    const isThere = answer.ok || (await isReadable(this.#source));
    if (looking.signal.aborted || this.#looking !== looking) return;
    this.#busy = null;
    if (!isThere) [this.#source, this.#fault] = [null, 'gone'];
    else if (!answer.ok) this.#failed = answer;
    else this.#begin({ source: this.#source, found: answer.value });
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
    const [looked, { achievementId, onDuplicate, mapping, headings, pasted }] = [this.#looked, this.#draft.value];
    if (looked === null || this.#busy !== null) return;
    const { source, found } = looked;
    const achievement = this.#achievements.value?.find(({ id }) => id === achievementId);
    const rule = onDuplicate === '' ? ruleOf(achievement?.onDuplicate) : onDuplicate;
    const columns = columnsOption(found.columns, mapping);
    const options = { achievementId, onDuplicate: rule, columns, extraColumns: 'ignore' } as const;
    [this.#busy, this.#failed] = ['sending', null];
    this.requestUpdate();
    const { context } = this;
    const answer = await sendJob(context.ask, { ...options, mode: 'validate' }, source, this.#once);
    this.#busy = null;
    if (answer.ok) {
      rememberMapping(headings, mapping);
      keepSent(answer.value.id, { options, source }, pasted);
      this.#draft.clear();
      context.go(`issue-many/${answer.value.id}`);
    } else if (!(await isReadable(source))) {
      [this.#source, this.#looked, this.#fault] = [null, null, 'gone'];
    } else {
      this.#failed = answer;
    }
    this.requestUpdate();
  }
}

export const tag = 'console-issue-many';
customElements.define(tag, IssueMany);
