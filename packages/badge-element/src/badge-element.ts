import type { Report } from '@proofmark/schemas';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type BadgeErrorCode, badgeEvent } from './events.js';
import { type SafeLink, safeLink } from './links/safe-url.js';
import { cardStyles } from './styles.js';
import { type SourceVerifier, sourceVerifier } from './verify-source.js';
import { cardView, independentView } from './view/card.js';
import { pageContext, type ViewContext } from './view/context.js';
import { viewStyles } from './view/styles.js';
import { verdictView } from './view/verdict.js';

/**
 * A badge that is checked in the reader's own browser. Until there is a verdict, and whenever there can be none, what stands
 * inside the tag is shown: `<proofmark-badge src="…"><a href="…"><img alt="Badge: …" src="…"></a></proofmark-badge>`.
 *
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
 * @cssprop [--proofmark-min-height=35rem] - height that is reserved from the start.
 * @cssprop [--proofmark-radius=0.6rem] - corners of the card.
 * @cssprop [--proofmark-font] - the `font` shorthand.
 * @cssprop [--proofmark-surface=Canvas] - background of the card.
 * @cssprop [--proofmark-text=CanvasText] - colour of its text.
 */
export class ProofmarkBadge extends LitElement {
  static override properties: PropertyDeclarations = {
    src: { type: String },
    loading: { type: String },
    checker: { type: String },
    report: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };
  static override styles: CSSResultGroup = [viewStyles, cardStyles];

  /** Address of a verification page for all badges that name none; the script-tag file sets the one of its own server. */
  static defaultChecker: string | null = null;

  /** Address of a badge: its page, its JSON or JWT, or an image with the badge inside. Relative to the page. */
  declare src: string;
  /** `lazy` (the default) asks for nothing before the badge is near the visible part of the page; `eager` starts at once. */
  declare loading: 'lazy' | 'eager';
  /** Address of the verification page that the verdict links to; without one it links to `src`. */
  declare checker: string;
  /** The last report, or null while there is none. */
  declare report: Report | null;
  declare protected trouble: BadgeErrorCode | null;
  declare protected busy: boolean;

  #seen: IntersectionObserver | null = null;
  #verifier: SourceVerifier | null = null;

  constructor() {
    super();
    this.src = '';
    this.loading = 'lazy';
    this.checker = '';
    this.report = null;
    this.trouble = null;
    this.busy = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seen?.disconnect();
    this.#seen = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.report === null) this.#await();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('src')) return;
    this.#verifier = null;
    this.report = null;
    this.trouble = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('src') || changed.has('loading')) this.#await();
  }

  /** Starts when the badge comes near the visible part of the page, or at once for `loading="eager"`. */
  #await(): void {
    this.#seen?.disconnect();
    this.#seen = null;
    if (this.loading === 'eager') {
      void this.check();
      return;
    }
    this.#seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#seen?.disconnect();
        this.#seen = null;
        void this.check();
      },
      { rootMargin: '200px' },
    );
    this.#seen.observe(this);
  }

  /**
   * Checks the badge now, and again when called again; a repeated call asks only for what was missing before.
   * Never throws: trouble is an event and, for who reads it, `report`.
   */
  async check(): Promise<Report | null> {
    const src = this.src;
    const url = this.#source()?.href;
    if (url === undefined) return this.#fail(src, 'no-source', null);
    this.#verifier ??= sourceVerifier(url, (mediaType) => this.dispatchEvent(badgeEvent('badge-load', { src, url, mediaType })));
    const mine = this.#verifier;
    this.busy = true;
    this.trouble = null;
    try {
      const report = await mine();
      if (this.#verifier !== mine) return null;
      this.report = report;
      this.dispatchEvent(badgeEvent('badge-verdict', { src, verdict: report.verdict, report }));
      return report.badge === null ? this.#fail(src, 'not-loaded', report) : report;
    } catch {
      return this.#verifier === mine ? this.#fail(src, 'internal', null) : null;
    } finally {
      if (this.#verifier === mine) this.busy = false;
    }
  }

  #fail(src: string, code: BadgeErrorCode, report: Report | null): Report | null {
    this.trouble = code;
    this.dispatchEvent(badgeEvent('badge-error', { src, code, report }));
    return report;
  }

  protected override render(): TemplateResult {
    const context = pageContext(this.closest<HTMLElement>('[lang]')?.lang);
    const { report } = this;
    const doubtful = report !== null && report.verdict === 'do-not-rely';
    return html`<article part="card" class=${doubtful ? 'card doubtful' : 'card'} aria-busy=${this.busy ? 'true' : 'false'}>
      ${report?.badge ? nothing : html`<div class="fallback"><slot></slot></div>`}
      <div role="status" aria-live=${this.#isAlone() ? 'polite' : 'off'}>${this.#status(context)}</div>
      ${report === null ? nothing : this.#independent(context)}
      ${this.trouble !== null || report?.verdict === 'unfinished' ? this.#again(context) : nothing}
      ${report?.badge ? cardView(report, context) : nothing}
    </article>`;
  }

  #status({ texts, locale }: ViewContext): TemplateResult | string {
    if (this.report !== null) return verdictView(this.report, locale);
    if (this.trouble !== null) return this.trouble === 'internal' ? texts.internal : texts.notLoaded;
    return this.busy ? texts.checking : '';
  }

  #again({ texts }: ViewContext): TemplateResult {
    return html`<button type="button" ?disabled=${this.busy} @click=${() => void this.check()}>${texts.again}</button>`;
  }

  /** Twenty badges on one page must not talk all at once: only a single one announces by itself. */
  #isAlone(): boolean {
    return document.getElementsByTagName(this.localName).length < 2;
  }

  #source(): SafeLink | null {
    return this.src !== '' && URL.canParse(this.src, document.baseURI) ? safeLink(new URL(this.src, document.baseURI).href) : null;
  }

  /** A host page can paint any green box: the verdict leads to a check that it cannot paint. */
  #independent({ texts }: ViewContext): TemplateResult | typeof nothing {
    const source = this.#source();
    const checker = this.checker || ProofmarkBadge.defaultChecker;
    if (!checker || source === null || !URL.canParse(checker, document.baseURI)) return independentView(source, texts.page);
    const page = new URL(checker, document.baseURI);
    page.hash = new URLSearchParams({ url: source.href }).toString();
    return independentView(safeLink(page.href), texts.independent);
  }
}
