import { pageContext, viewStyles } from '@proofmark/badge-element/view';
import { localeOf, type PageTexts } from '@proofmark/messages/page';
import { canVerifyHere } from '@proofmark/platform/web';
import { hostOf } from '@proofmark/primitives';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { askedInAddress } from './address.js';
import type { Batch, Question } from './checking/batch.js';
import { CurrentCheck } from './checking/current-check.js';
import { TrustControl } from './checking/trust-control.js';
import type { GatheredInput } from './input/gather-input.js';
import { watchDrops } from './input/page-drops.js';
import { PageInput } from './input/page-input.js';
import { ENGLISH, type Spoken } from './language/spoken.js';
import type { PageState } from './page-state.js';
import { pageAddress } from './results/check-again.js';
import { type Entry, entriesOf, hasBadge } from './results/entries.js';
import type { Role } from './skills/role-skills.js';
import { checkerStyles, sharedStyles } from './styles.js';
import { inputFormView } from './view/input-form.js';
import type { FormContext } from './view/page-context.js';
import { loadViews, NO_VIEWS, resultsArea, titleIn } from './view/results.js';
import { statusView } from './view/status.js';
import { trustView } from './view/trust.js';

/** The whole page: the input form, and the reports. The input stays in the form, also after an error. */
export class ProofmarkChecker extends LitElement {
  static override properties: PropertyDeclarations = {
    home: { type: String },
    relay: { type: String },
    text: { state: true },
    reading: { state: true },
    problem: { state: true },
    recipient: { state: true },
    trusted: { type: String },
    wanted: { state: true },
    told: { state: true },
    spoken: { state: true },
    opened: { state: true },
    dragged: { state: true },
    folded: { type: Boolean, reflect: true },
  };
  static override styles: CSSResultGroup = [viewStyles, sharedStyles, checkerStyles];

  /** The public address of the service from which the page came; null when it does not say. */
  declare home: string | null;
  /** The address of the relay, on this page's own origin; null where there is none. */
  declare relay: string | null;
  declare protected text: string;
  /** What is being read, for the progress line; null when nothing is. */
  declare protected reading: { readonly done: number; readonly total: number } | null;
  /** Why nothing was checked, by its sentence. */
  declare protected problem: keyof PageTexts['refused'] | '';
  declare protected recipient: string;
  /** Whom the operator of the page trusts for all its readers, with white space between. */
  declare trusted: string;
  /** The skills of a role. */
  declare protected wanted: Role;
  declare protected told: string;
  declare protected spoken: Spoken;
  declare protected opened: string | null;
  declare protected dragged: boolean;
  /** The form is one line, since there is a result. */
  declare folded: boolean;
  #left = new AbortController();
  readonly #check = new CurrentCheck({
    home: () => this.home,
    relay: () => this.relay,
    question: () => this.#question(),
    onChange: () => this.requestUpdate(),
  });
  readonly #trust = new TrustControl({
    shown: () => this.#check.reports(),
    documents: () => this.#check.documents(),
    draw: (told) => {
      this.told = told === null ? '' : this.spoken.words.trust[told];
      this.requestUpdate();
    },
    ask: () => this.#check.ask(),
  });
  readonly #input = new PageInput({
    onInput: (found, byHand) => this.#begin(found, byHand),
    onRefused: (problem) => this.#refuse(problem),
    onReading: (reading) => this.#set({ reading }),
    onText: (text) => this.#set({ text }),
    words: () => this.spoken.words,
  });
  #views = NO_VIEWS;
  /** What the page is to speak as soon as its views have the words. */
  #asked: Spoken = ENGLISH;

  constructor() {
    super();
    Object.assign(this, { home: null, relay: null, trusted: '', spoken: ENGLISH, wanted: { text: '', years: 3 } });
    Object.assign(this, { text: '', reading: null, problem: '', recipient: '', told: '', opened: null, dragged: false, folded: false });
  }

  /** Goes on in another language; what is shown changes once its words are there. */
  async speak(spoken: Spoken): Promise<void> {
    this.#asked = spoken;
    const views = this.#views.report === null ? NO_VIEWS : await loadViews({ ...this.#views, says: null }, spoken.lang);
    if (this.#asked !== spoken) return;
    this.#views = views;
    Object.assign(this, { spoken, told: '' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#trust.list.operator = this.trusted;
    this.#trust.list.operatorHost = hostOf(this.home ?? '') || location.host;
    this.#left = new AbortController();
    const { signal } = this.#left;
    window.addEventListener('hashchange', this.#onAddress, { signal });
    watchDrops({ onDragged: (dragged) => this.#set({ dragged }), onDrop: (transfer) => void this.#input.dropped(transfer) }, signal);
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#left.abort();
  }

  readonly #set = (change: Partial<PageState>): void => void Object.assign(this, change);

  #onAddress = (): void => {
    const url = askedInAddress(location);
    if (url === null) return;
    this.text = url;
    void this.#input.text(url, false);
  };

  #refuse(problem: keyof PageTexts['refused'] | ''): void {
    this.#check.end();
    Object.assign(this, { opened: null, told: '', problem, folded: false });
  }

  #unfold = async (): Promise<void> => {
    this.folded = false;
    await this.updateComplete;
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>('#badge');
    field?.focus();
    field?.select();
  };

  async #begin(found: GatheredInput, byHand: boolean): Promise<void> {
    this.#refuse('');
    this.recipient = '';
    if (!canVerifyHere()) {
      this.#refuse('browser');
      return;
    }
    const batch = this.#check.take(found);
    this.folded = found.candidates.length > 0;
    await Promise.all([batch.run(), this.#loadViews()]);
    // What was handed in stays in sight where it was no badge.
    if (this.#check.is(batch) && !hasBadge(batch.rows)) this.folded = false;
    await this.#check.readReceipts(batch);
    await this.updateComplete;
    if (byHand && this.#check.is(batch)) this.renderRoot.querySelector('.results')?.scrollIntoView({ block: 'start' });
    await this.#check.lookAtFew(batch);
  }

  async #goOn(batch: Batch): Promise<void> {
    await batch.run();
    await this.#check.readReceipts(batch);
    await this.#check.lookAtFew(batch);
  }

  #onRelay = async (on: boolean): Promise<void> => {
    const batch = await this.#check.useRelay(on);
    if (batch === null || !this.#check.is(batch)) return;
    this.folded ||= hasBadge(batch.rows);
    await this.#check.readReceipts(batch);
    await this.#check.lookAtFew(batch);
  };

  async #loadViews(): Promise<void> {
    let { lang } = this.spoken;
    let views = await loadViews(this.#views, lang);
    // The reader may have chosen another language meanwhile, more than once.
    while (lang !== this.spoken.lang) {
      lang = this.spoken.lang;
      views = await loadViews({ ...views, says: null }, lang);
    }
    this.#views = views;
    this.requestUpdate();
  }

  #question(): Question {
    return { ...this.#trust.list.question(), ...(this.recipient === '' ? {} : { recipient: this.recipient }) };
  }

  #onRecipient = (recipient: string): void => {
    this.recipient = recipient;
    this.#check.ask();
  };

  /** Moves the focus into the opened badge, and back to the button that opened it. */
  #onOpen = async (entry: Entry | null): Promise<void> => {
    const from = this.opened;
    this.opened = entry === null || entry.id === from ? null : entry.id;
    await this.updateComplete;
    const place = this.opened === null ? `tr[data-entry="${from}"] button` : '#opened';
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  };

  protected override render(): TemplateResult {
    const { batch, found, receipts, opinions } = this.#check;
    const { entries, others } = entriesOf(batch?.rows ?? []);
    const context = this.#context();
    const { words } = context;
    const way = { text: this.text, dragged: this.dragged, hidden: this.folded, busy: this.reading !== null || (batch?.busy ?? false) };
    return html`${this.folded ? html`<p class="another"><button type="button" class="quiet" @click=${this.#unfold}>${words.another}</button></p>` : nothing}
      ${inputFormView(way, words, {
        onText: (text) => this.#set({ text }),
        onCheck: () => void this.#input.text(this.text, true),
        onFiles: (files) => void this.#input.files(files),
        onScanned: ({ detail }) => void this.#input.scanned(detail),
      })}
      <div class="status" role="status">${statusView(
        {
          reading: this.reading,
          problem: this.problem,
          told: this.told,
          batch,
          entries,
          titleOf: titleIn(this.#views, context),
          receipts: found?.receipts.length ?? 0,
        },
        words,
      )}</div>
      ${
        batch === null
          ? nothing
          : resultsArea(
              {
                batch,
                entries,
                opened: this.opened,
                recipient: this.recipient,
                role: this.wanted,
                record: { page: pageAddress(location, this.home ?? ''), told: this.told, onTold: (told) => this.#set({ told }) },
                onOpen: (entry) => void this.#onOpen(entry),
                onRecipient: this.#onRecipient,
                trust: this.#trust,
                opinions,
                onRole: (wanted) => this.#set({ wanted }),
                onStop: () => batch.stop(),
                onGoOn: () => void this.#goOn(batch),
                onRetry: (key) => void this.#check.retry(batch, key),
              },
              context,
              this.#views,
              { found, others, receipts, onRelay: this.#onRelay },
            )
      }
      ${trustView(this.#trust, words)}`;
  }

  #context(): FormContext {
    const { lang, words, card } = this.spoken;
    return { ...pageContext(localeOf(lang), card, this.home ?? ''), words, trusted: this.#trust.list };
  }
}
