import { type FoldedTexts, foldedEnglish, foldedTextsFor, textsTelling } from '@proofmark/messages/card';
import type { Report } from '@proofmark/schemas';
import { type CSSResultGroup, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { BadgeCheck } from './checking/badge-check.js';
import { type BadgeValue, handedOver } from './checking/handed-over.js';
import { modeOf, type VerifyMode } from './checking/when-seen.js';
import { langOf } from './lang-of.js';
import { cardCss } from './styles.js';
import { bodyView, type Card } from './view/body.js';
import { contextOf } from './view/context.js';
import { loadMore } from './view/fold/more-later.js';
import { type Variant, variantOf } from './view/variant.js';
import { loadVariants, variantView } from './view/variant-later.js';
import { viewCss } from './view/view-css.js';

const TEXT = { reflect: true, useDefault: true } as const;

/** What is light and what is dark: the page's own `color-scheme` decides, or the attribute. */
export type Theme = 'auto' | 'light' | 'dark';

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
 * @attr {"card"|"line"|"image"} variant - `card` (the default), `line` for running text, or `image`: the picture alone with the mark of its verdict.
 * @attr {"auto"|"light"|"dark"} theme - `auto` (the default) follows the `color-scheme` of the page.
 * @attr {string} lang - language of the card; otherwise that of the nearest ancestor. English, German, Spanish, French, Dutch.
 * @attr {boolean} worker - checks in a Web Worker, made from a blob: the page's policy needs `worker-src blob:`. Without it, a badge that would hold up the page stays unchecked here.
 * @slot - the fallback: a link with an image. It is all that a reader without JavaScript gets.
 * @fires badge-load - the badge has been fetched.
 * @fires badge-verdict - the check has ended; the detail holds the report.
 * @fires badge-error - there is no badge to show, or the check could not run.
 * @csspart card - the frame.
 * @csspart image - the badge's image.
 * @csspart title - its name.
 * @csspart verdict - the verdict box.
 * @csspart more - the fold with the work and all details.
 * @csspart evidence - the work, inside the fold.
 * @csspart work - one piece of work.
 * @csspart issuer - who vouches.
 * @csspart dates - the dates.
 * @csspart checks - the folded list of checks.
 * @csspart independent - the link to a check outside this page.
 * @cssprop [--proofmark-max-width=28rem] - widest extent of the card.
 * @cssprop [--proofmark-min-height=12.5rem] - height that is reserved for the card from the start.
 * @cssprop [--proofmark-image-size=6rem] - extent of the picture of the variant `image`.
 * @cssprop [--proofmark-space=0.375rem] - space between the parts of the card; its padding is half as much again.
 * @cssprop [--proofmark-accent] - colour of links, of the keyboard's outline and of the line at the fold; no verdict has it.
 * @cssprop [--proofmark-radius=0.6rem] - corners of the card.
 * @cssprop [--proofmark-font] - the `font` shorthand.
 * @cssprop [--proofmark-surface=Canvas] - background of the card.
 * @cssprop [--proofmark-text=CanvasText] - colour of its text.
 */
export class ProofmarkBadge extends LitElement {
  static override properties: PropertyDeclarations = {
    src: TEXT,
    loading: { ...TEXT, converter: { fromAttribute: (value): string => (value === 'eager' ? 'eager' : 'lazy') } },
    verify: { ...TEXT, converter: { fromAttribute: modeOf } },
    checker: TEXT,
    variant: { ...TEXT, converter: { fromAttribute: variantOf } },
    theme: { ...TEXT, converter: { fromAttribute: (value): string => (value === 'light' || value === 'dark' ? value : 'auto') } },
    lang: TEXT,
    worker: { type: Boolean },
    badge: { attribute: false },
    report: { attribute: false },
    texts: { state: true },
    fold: { state: true },
  };
  static override styles: CSSResultGroup = unsafeCSS(viewCss + cardCss);

  /** Address of a verification page for all badges that name none; the script-tag file sets the one of its own server. */
  static defaultChecker: string | null = null;

  /** `lazy` (the default) asks for nothing before the badge comes near the visible part of the page; `eager` starts at once. */
  declare loading: 'lazy' | 'eager';
  /** When to check: `auto` (as `loading` says), `visible`, `click`, or `off` (only by `check()`). */
  declare verify: VerifyMode;
  /** Address of the verification page that the verdict links to; without one it links to `src`. */
  declare checker: string;
  /** How the badge is shown: a card, a line inside of a text, or its picture alone. */
  declare variant: Variant;
  /** Light, dark, or as the page is. */
  declare theme: Theme;
  /** Language of the card; without one that of the nearest ancestor. */
  declare lang: string;
  /** Whether checks run in a Web Worker, so that no badge is too heavy for this page. Set before the check begins. */
  declare worker: boolean;
  declare private texts: FoldedTexts;
  declare private fold: { readonly open: boolean; readonly failed: boolean };
  readonly #check: BadgeCheck = new BadgeCheck(this, (report) => this.#translate(report));
  #src = '';
  #badge: BadgeValue | null = null;
  /** The reader has pressed a button of this card. */
  #asked = false;

  constructor() {
    super();
    this.loading = 'lazy';
    this.verify = 'auto';
    this.checker = '';
    this.variant = 'card';
    this.theme = 'auto';
    this.lang = '';
    this.worker = false;
    this.texts = foldedEnglish;
    this.fold = { open: false, failed: false };
  }

  /** Address of a badge: its page, its JSON or JWT, or an image with the badge inside. Relative to the page. */
  get src(): string {
    return this.#src;
  }
  set src(value: string) {
    if (value === this.#src) return;
    this.#src = value;
    this.#check.restart();
  }

  /** The badge itself, in place of an address: parsed JSON, its text, or the bytes of its file. Nothing is fetched to have it. */
  get badge(): BadgeValue | null {
    return this.#badge;
  }
  set badge(value: BadgeValue | null) {
    this.#badge = value;
    this.#check.restart();
  }

  /** The last report, or null while there is none. To set one shows it without any request. */
  get report(): Report | null {
    return this.#check.report;
  }
  set report(value: Report | null) {
    this.#check.take(value);
  }

  /**
   * Checks the badge now, and again when called again; a repeated call asks only for what was missing before.
   * Never throws: trouble is an event and, for programs, `report`.
   */
  check(): Promise<Report | null> {
    return this.#check.run();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#translate(this.report);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('loading') || changed.has('verify')) this.#check.schedule();
    if (changed.has('lang') || changed.has('report') || changed.has('variant')) void this.#translate(this.report);
    // A program may have supplied the report, of which no event tells.
    if (changed.has('report')) this.closest<LitElement>('proofmark-badges')?.requestUpdate?.();
  }

  /** Takes the texts of the page's language and those that a report needs; the card is in English until they have come. */
  async #translate(report: Report | null): Promise<void> {
    const lang = langOf(this);
    const texts = await textsTelling(report, await foldedTextsFor(lang));
    if (this.variant !== 'card') await loadVariants(texts.lang, this.renderRoot);
    if (this.fold.open) await loadMore(texts.lang, this.renderRoot);
    if (lang !== langOf(this)) return this.#translate(report);
    this.texts = texts;
    // Also where the texts are those from before: what draws them may have come.
    this.requestUpdate();
  }

  /** What is inside the fold is loaded when it is opened. */
  async #unfold(open: boolean): Promise<void> {
    this.fold = { open, failed: false };
    if (!open) return;
    const failed = !(await loadMore(this.texts.lang, this.renderRoot));
    this.fold = { open: this.fold.open, failed };
  }

  /** Keeps the keyboard's place: the button that the reader pressed may be gone, and the answer is in its place. */
  protected override update(changed: PropertyValues): void {
    const hadFocus = this.shadowRoot?.activeElement?.localName === 'button';
    super.update(changed);
    if (hadFocus && this.shadowRoot?.activeElement === null) this.shadowRoot.querySelector<HTMLElement>('[role=status]')?.focus();
  }

  protected override render(): TemplateResult {
    const { report, trouble, busy, work, started } = this.#check;
    const byReader = (action: () => void) => (): void => {
      this.#asked = true;
      action();
    };
    const card: Card = {
      report,
      trouble,
      busy,
      offer: this.verify === 'click',
      // Twenty badges on one page must not talk all at once: only a single badge announces unasked, and any that its reader has asked.
      announce: this.#asked || document.getElementsByTagName(this.localName).length < 2,
      link: handedOver(this)?.link ?? null,
      checker: this.checker || ProofmarkBadge.defaultChecker,
      onCheck: byReader(() => void this.check()),
      fold: { ...this.fold, onToggle: (open) => void this.#unfold(open) },
    };
    const context = contextOf(langOf(this), this.texts, import.meta.url);
    const onCheck = byReader(() => void this.#check.lookAtWork(context));
    const view = this.variant === 'card' ? bodyView : variantView(this.variant);
    return view(card, started ? { ...context, work: { ...work, busy: busy || work.busy, onCheck } } : context);
  }
}
