import type { Report } from '@proofmark/schemas';
import { render } from 'lit/html.js';
import type { ShowWork, WorkState } from './checking/check-work.js';
import { type BadgeValue, handedOver } from './checking/handed-over.js';
import { type SourceVerifier, sourceVerifier } from './checking/verify-source.js';
import { modeOf, type VerifyMode, whenSeen } from './checking/when-seen.js';
import { Base, reflected, sheetOf } from './element/base.js';
import { type BadgeErrorCode, badgeEvent } from './events.js';
import { english } from './texts/en.js';
import { isTranslated, langOf, textsFor, textsTelling } from './texts/languages.js';
import type { Texts } from './texts/texts.js';
import { bodyView } from './view/body.js';
import { pageContext, type ViewContext } from './view/context.js';
import { canCheckWork } from './view/work.js';

const UNASKED = { busy: false, said: '', found: null } as const;

/**
 * A badge that is checked in the reader's own browser. Until there is a verdict, and whenever there can be none, what stands
 * inside the tag is shown: `<proofmark-badge src="…"><a href="…"><img alt="Badge: …" src="…"></a></proofmark-badge>`.
 *
 * @tag proofmark-badge
 * @tagname proofmark-badge
 * @attr {string} src - address of a badge: its page, its JSON or JWT, or an image with the badge inside. Relative to the page.
 * @attr {"lazy"|"eager"} loading - `lazy` (the default) asks for nothing before the badge comes near the visible part of the page.
 * @attr {"auto"|"visible"|"click"|"off"} verify - when to check: as `loading` says, once visible, on a click, or only by `check()`.
 * @attr {string} checker - address of the verification page that the verdict links to.
 * @attr {string} lang - language of the card; otherwise that of the nearest ancestor. English, German, Spanish, French, Dutch.
 * @slot - the fallback: a link with an image. It is all that a reader without JavaScript gets.
 * @fires badge-load - the badge has been fetched.
 * @fires badge-verdict - the check has ended; the detail holds the report.
 * @fires badge-error - there is no badge to show, or the check could not run.
 * @csspart card - the frame.
 * @csspart image - the badge's image.
 * @csspart title - its name.
 * @csspart verdict - the verdict box.
 * @csspart evidence - the work.
 * @csspart work - one piece of work.
 * @csspart issuer - who vouches.
 * @csspart dates - the dates.
 * @csspart checks - the folded list of checks.
 * @csspart independent - the link to a check outside this page.
 * @cssprop [--proofmark-max-width=28rem] - widest extent of the card.
 * @cssprop [--proofmark-min-height=41rem] - height that is reserved from the start.
 * @cssprop [--proofmark-radius=0.6rem] - corners of the card.
 * @cssprop [--proofmark-font] - the `font` shorthand.
 * @cssprop [--proofmark-surface=Canvas] - background of the card.
 * @cssprop [--proofmark-text=CanvasText] - colour of its text.
 */
export class ProofmarkBadge extends Base {
  static readonly observedAttributes: readonly string[] = ['src', 'loading', 'verify', 'checker', 'lang'];

  /** Address of a verification page for all badges that name none; the script-tag file sets the one of its own server. */
  static defaultChecker: string | null = null;

  #badge: BadgeValue | null = null;
  #report: Report | null = null;
  #trouble: BadgeErrorCode | null = null;
  #busy = false;
  #asked = false;
  #connected = false;
  #texts: Texts = english;
  #verifier: SourceVerifier | null = null;
  #stopWaiting: (() => void) | null = null;
  #drawn: Promise<boolean> | null = null;
  #work: WorkState = UNASKED;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheetOf()];
  }

  /** Address of a badge: its page, its JSON or JWT, or an image with the badge inside. Relative to the page. */
  get src(): string {
    return reflected(this, 'src');
  }
  set src(value: string) {
    this.setAttribute('src', value);
  }

  /** `lazy` (the default) asks for nothing before the badge comes near the visible part of the page; `eager` starts at once. */
  get loading(): 'lazy' | 'eager' {
    return reflected(this, 'loading') === 'eager' ? 'eager' : 'lazy';
  }
  set loading(value: 'lazy' | 'eager') {
    this.setAttribute('loading', value);
  }

  /** When to check: `auto` (as `loading` says), `visible`, `click`, or `off` (only by `check()`). */
  get verify(): VerifyMode {
    return modeOf(reflected(this, 'verify'));
  }
  set verify(value: VerifyMode) {
    this.setAttribute('verify', value);
  }

  /** Address of the verification page that the verdict links to; without one it links to `src`. */
  get checker(): string {
    return reflected(this, 'checker');
  }
  set checker(value: string) {
    this.setAttribute('checker', value);
  }

  /** The badge itself, in place of an address: parsed JSON, its text, or the bytes of its file. Nothing is fetched to have it. */
  get badge(): BadgeValue | null {
    return this.#badge;
  }
  set badge(value: BadgeValue | null) {
    this.#badge = value;
    this.#begin();
  }

  /** The last report, or null while there is none. To set one shows it without asking anybody. */
  get report(): Report | null {
    return this.#report;
  }
  set report(value: Report | null) {
    this.#stopWaiting?.();
    this.#report = value;
    this.#trouble = null;
    void this.#speak();
    this.#draw();
  }

  /** Resolves when the card has been drawn after the last change. */
  get updateComplete(): Promise<boolean> {
    return this.#drawn ?? Promise.resolve(true);
  }

  connectedCallback(): void {
    // A property that was set before this class was known hides the accessor of the same name.
    for (const name of ['src', 'loading', 'verify', 'checker', 'badge', 'report'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Partial<Record<typeof name, unknown>>)[name];
      Object.assign(this, { [name]: value });
    }
    this.#connected = true;
    void this.#speak();
    this.#draw();
    if (this.#report === null) this.#await();
  }

  disconnectedCallback(): void {
    this.#connected = false;
    this.#stopWaiting?.();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.#connected) return;
    if (name === 'src') this.#begin();
    else if (name === 'lang') void this.#speak();
    else if (name !== 'checker' && this.#report === null) this.#await();
    this.#draw();
  }

  /** Another badge: nothing of the last one stays. */
  #begin(): void {
    this.#verifier = null;
    this.#work = UNASKED;
    this.#report = null;
    this.#trouble = null;
    this.#busy = false;
    if (!this.#connected) return;
    this.#await();
    this.#draw();
  }

  /** Waits for the moment that `verify` and `loading` name. */
  #await(): void {
    this.#stopWaiting?.();
    const { verify } = this;
    const start = (): void => void this.check();
    if (verify === 'visible') this.#stopWaiting = whenSeen(this, '0px', start);
    else if (verify === 'auto' && this.loading === 'lazy') this.#stopWaiting = whenSeen(this, '200px', start);
    // In its own turn, so that whoever makes the element can listen to it first.
    else if (verify === 'auto') {
      let waiting = true;
      this.#stopWaiting = () => {
        waiting = false;
      };
      queueMicrotask(() => {
        if (waiting) start();
      });
    }
  }

  /**
   * Checks the badge now, and again when called again; a repeated call asks only for what was missing before.
   * Never throws: trouble is an event and, for who reads it, `report`.
   */
  async check(): Promise<Report | null> {
    const { src } = this;
    const handed = handedOver(this);
    if (handed === null) return this.#fail(src, 'no-source', null);
    const url = 'url' in handed.input ? handed.input.url : null;
    const loaded = (mediaType: string): void => void this.dispatchEvent(badgeEvent('badge-load', { src, url, mediaType }));
    if (this.#verifier === null && url === null) loaded('');
    this.#verifier ??= sourceVerifier(handed.input, loaded);
    const mine = this.#verifier;
    this.#set(true, null);
    try {
      const report = await mine();
      const texts = await textsTelling(report, this.#texts);
      if (this.#verifier !== mine) return null;
      this.#texts = texts;
      this.#report = report;
      this.dispatchEvent(badgeEvent('badge-verdict', { src, verdict: report.verdict, report }));
      return report.badge === null ? this.#fail(src, 'not-loaded', report) : report;
    } catch {
      return this.#verifier === mine ? this.#fail(src, 'internal', null) : null;
    } finally {
      if (this.#verifier === mine) this.#set(false, this.#trouble);
    }
  }

  /** Looks whether the work is still what was judged, when the reader asks; what does that is loaded then. */
  async #checkWork(context: ViewContext): Promise<void> {
    const mine = this.#verifier;
    const show: ShowWork = (work, report = this.#report) => {
      if (this.#verifier !== mine) return;
      this.#work = work;
      this.#report = report;
      this.#draw();
    };
    show({ ...this.#work, busy: true });
    try {
      await (await import('./checking/check-work.js')).checkWork(this, mine, context, show);
    } catch {
      show({ ...UNASKED, said: this.#texts.internal });
    }
  }

  #set(busy: boolean, trouble: BadgeErrorCode | null): void {
    this.#busy = busy;
    this.#trouble = trouble;
    this.#draw();
  }

  #fail(src: string, code: BadgeErrorCode, report: Report | null): Report | null {
    this.#set(false, code);
    this.dispatchEvent(badgeEvent('badge-error', { src, code, report }));
    return report;
  }

  /** Takes the texts of the page's language; the card is in English until they have come. */
  async #speak(): Promise<void> {
    const lang = langOf(this);
    const texts = await textsTelling(this.#report, isTranslated(lang) ? await textsFor(lang) : english);
    if (lang !== langOf(this) || texts === this.#texts) return;
    this.#texts = texts;
    this.#draw();
  }

  /** Draws once for all changes of one turn. */
  #draw(): void {
    this.#drawn ??= Promise.resolve().then(() => {
      this.#drawn = null;
      this.#render();
      return true;
    });
  }

  #render(): void {
    const { shadowRoot } = this;
    if (shadowRoot === null) return;
    const byReader = (): void => {
      this.#asked = true;
      void this.check();
    };
    const hadFocus = shadowRoot.activeElement?.localName === 'button';
    const card = {
      report: this.#report,
      trouble: this.#trouble,
      busy: this.#busy,
      offer: this.verify === 'click',
      // Twenty badges on one page must not talk all at once: only a single one announces by itself, and any that its reader has asked.
      announce: this.#asked || document.getElementsByTagName(this.localName).length < 2,
      link: handedOver(this)?.link ?? null,
      checker: this.checker || ProofmarkBadge.defaultChecker,
      onCheck: byReader,
    };
    const context = pageContext(langOf(this), this.#texts, import.meta.url);
    const onCheck = (): void => {
      this.#asked = true;
      void this.#checkWork(context);
    };
    const work = { ...this.#work, onCheck };
    render(bodyView(card, this.#verifier && canCheckWork(this.#report) ? { ...context, work } : context), shadowRoot);
    // The button that the reader pressed may be gone; the answer is where it stood.
    if (hadFocus && shadowRoot.activeElement === null) shadowRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  }
}
