import {
  type CSSResult,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type SVGTemplateResult,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CHANGED, CLOSE, INFO, icon, STOP, YES } from '../icons/index.js';
import { sheet } from '../sheets/sheet.js';
import { frontDialog, onFrontDialog } from './front-dialog.js';
import type { Tone } from './tone.js';

/** What became of something that a reader did. */
export interface Toast {
  /** `bad`: it failed. It is said at once, and stays until it is closed. */
  readonly tone: Extract<Tone, 'good' | 'open' | 'old' | 'bad'>;
  readonly text: string;
  /** What can be done about it, such as taking it back. It stays until it is closed. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface Shown extends Toast {
  readonly key: number;
}

const SHAPES: Readonly<Record<Toast['tone'], SVGTemplateResult>> = { good: YES, open: INFO, old: CHANGED, bad: STOP };

/** So many are shown at a time. The oldest that would go by itself makes room, or else the oldest. */
const MOST = 4;

/**
 * Short messages at the edge of a page, one element for a whole page. Screen readers hear their texts from live regions that are there from the beginning;
 * what is seen are the same texts with their buttons. A message goes by itself after `stay` milliseconds, but not while it is pointed at or has the focus.
 * While a dialog is open, this element stands inside of it: outside, nothing could be heard or closed.
 */
export class ToastsElement extends LitElement {
  static override properties: PropertyDeclarations = {
    label: { type: String },
    closeLabel: { type: String, attribute: 'close-label' },
    stay: { type: Number },
    shown: { state: true },
  };
  static override styles: CSSResult = unsafeCSS(
    sheet(`
    :host { display: contents; }
    section { box-sizing: border-box; position: fixed; inset: auto; inset-block-end: var(--pm-space-l); inset-inline-end: var(--pm-space-l); z-index: 10; inline-size: min(var(--pm-measure-form), 100% - 2 * var(--pm-space-l)); max-block-size: calc(100% - 2 * var(--pm-space-l)); margin: 0; padding: 0; border: 0; background: transparent; overflow-y: auto; }
    ul { display: grid; gap: var(--pm-space-s); margin: 0; padding: 0; list-style: none; }
    li { --tone: var(--pm-open); display: flex; flex-wrap: wrap; gap: var(--pm-space-2xs) var(--pm-space-m); align-items: center; padding-block: var(--pm-space-2xs); padding-inline: var(--pm-space-m) var(--pm-space-2xs); border: var(--pm-stroke-1) solid var(--pm-line); border-inline-start: var(--pm-stroke-4) solid var(--tone); border-radius: var(--pm-radius-m); background: var(--pm-card); color: var(--pm-ink); box-shadow: var(--pm-shadow-2); overflow-wrap: anywhere; }
    li[data-tone='good'] { --tone: var(--pm-good); }
    li[data-tone='old'] { --tone: var(--pm-old); }
    li[data-tone='bad'] { --tone: var(--pm-bad); }
    li > .icon { flex: none; inline-size: var(--pm-icon); block-size: var(--pm-icon); color: var(--tone); }
    p { flex: 1 1 var(--pm-column-s); margin: 0; padding-block: var(--pm-space-s); }
    button { font: inherit; font-weight: 600; min-inline-size: var(--pm-target); min-block-size: var(--pm-target); padding: 0 var(--pm-space-s); border: 0; border-radius: var(--pm-radius-m); background: transparent; color: var(--pm-link); cursor: pointer; }
    .close { display: grid; place-items: center; color: var(--pm-soft); }
    :focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: calc(-1 * var(--pm-stroke-3)); }
    .heard { position: absolute; inline-size: var(--pm-unseen-size); block-size: var(--pm-unseen-size); overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-reduced-motion: no-preference) {
      li { animation: rise var(--pm-motion-fast) ease-out; }
      @keyframes rise { from { opacity: 0; translate: 0 var(--pm-space-s); } }
    }
    /* On a phone, a dialog's buttons are where messages usually stand. */
    @media (width < 44rem) { :host([data-over]) section { inset-block: var(--pm-space-l) auto; } }
    @media (forced-colors: active) { li { border-width: var(--pm-stroke-2); } }
    @media print { :host { display: none; } }
  `),
  );

  /** The accessible name of the list. */
  declare label: string;
  declare closeLabel: string;
  declare stay: number;
  declare protected shown: readonly Shown[];
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;
  #home: ParentNode | null = null;
  /** What had the focus before it came to the messages. */
  #before: HTMLElement | null = null;
  #endListening: () => void = () => undefined;

  constructor() {
    super();
    Object.assign(this, { label: 'Messages', closeLabel: 'Close', stay: 8000, shown: [] });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.parentElement !== frontDialog()) this.#home = this.parentNode;
    this.#endListening = onFrontDialog(() => this.#toFront());
    if (!this.#held) this.#startTimers();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endListening();
    this.#stopTimers();
    this.#held = false;
  }

  /** Shows a message. */
  say(toast: Toast): void {
    const oldest = this.shown.find(goesByItself) ?? this.shown[0];
    const isFull = this.shown.length >= MOST;
    this.shown = [...this.shown, { ...toast, key: this.#next++ }];
    if (isFull && oldest !== undefined) void this.#remove(oldest.key);
    if (!this.#held) this.#startTimers();
  }

  protected override updated(): void {
    const list = this.#list();
    if (list !== null && canPop() && !list.matches(':popover-open')) list.showPopover();
  }

  protected override render(): TemplateResult {
    const heard = (bad: boolean): unknown =>
      repeat(
        this.shown.filter(({ tone }) => (tone === 'bad') === bad),
        ({ key }) => key,
        ({ text }) => html`<p>${text}</p>`,
      );
    return html`<div class="heard" role="status">${heard(false)}</div>
      <div class="heard" role="alert">${heard(true)}</div>
      ${
        this.shown.length === 0
          ? nothing
          : html`<section
              popover="manual"
              aria-label=${this.label}
              @pointerenter=${this.#hold}
              @pointerleave=${this.#letGo}
              @focusin=${this.#onFocus}
              @focusout=${this.#letGo}
              @keydown=${this.#onKey}
            >
              <ul>${repeat(
                this.shown,
                ({ key }) => key,
                (toast) => this.#toastView(toast),
              )}</ul>
            </section>`
      }`;
  }

  #toastView({ key, tone, text, action }: Shown): TemplateResult {
    const act = (): void => {
      void this.#remove(key);
      action?.run();
    };
    return html`<li data-tone=${tone} data-key=${key}>
      ${icon(SHAPES[tone])}
      <p>${text}</p>
      ${action === undefined ? nothing : html`<button type="button" @click=${act}>${action.label}</button>`}
      <button type="button" class="close" aria-label=${this.closeLabel} @click=${() => void this.#remove(key)}>${icon(CLOSE)}</button>
    </li>`;
  }

  /** Whoever closes one by the keyboard goes on with the next, and after the last one where they were before. */
  async #remove(key: number): Promise<void> {
    const hadFocus = this.shadowRoot?.activeElement?.closest(`[data-key="${key}"]`) != null;
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    this.shown = this.shown.filter((one) => one.key !== key);
    await this.updateComplete;
    if (hadFocus) this.#goOn();
    // With the list go the events that would let go.
    if (this.shown.length === 0) this.#held = false;
  }

  #goOn(): void {
    const next = this.renderRoot.querySelector<HTMLElement>('.close');
    const main = document.querySelector<HTMLElement>('main');
    if (next !== null) next.focus();
    else this.#before?.focus();
    // In a dialog, the browser itself keeps the focus inside.
    if (document.activeElement !== document.body || frontDialog() !== null || main === null) return;
    if (!main.hasAttribute('tabindex')) main.tabIndex = -1;
    main.focus({ preventScroll: true });
  }

  /** Into the dialog in front, and over it; back when it ends. */
  #toFront(): void {
    const place = frontDialog() ?? this.#home;
    if (place === null || this.parentNode === place || !place.isConnected) return;
    this.toggleAttribute('data-over', place !== this.#home);
    place.append(this);
    const list = this.#list();
    if (list === null || !canPop()) return;
    if (list.matches(':popover-open')) list.hidePopover();
    list.showPopover();
  }

  #list(): HTMLElement | null {
    return this.renderRoot.querySelector('section');
  }

  #onFocus = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !this.renderRoot.contains(relatedTarget)) this.#before = relatedTarget;
    this.#hold();
  };

  #onKey = (event: KeyboardEvent): void => {
    const item = event.key === 'Escape' ? (event.target as Element).closest<HTMLElement>('[data-key]') : null;
    if (item === null) return;
    event.stopPropagation();
    void this.#remove(Number(item.dataset.key));
  };

  #hold = (): void => {
    this.#held = true;
    this.#stopTimers();
  };

  #letGo = (): void => {
    this.#held = this.renderRoot.querySelector('section:hover, section:focus-within') !== null;
    if (!this.#held) this.#startTimers();
  };

  #startTimers(): void {
    for (const toast of this.shown)
      if (goesByItself(toast) && !this.#timers.has(toast.key))
        this.#timers.set(
          toast.key,
          setTimeout(() => void this.#remove(toast.key), this.stay),
        );
  }

  #stopTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** Over everything else, also over dialogs; without it, a fixed place over the page. */
const canPop = (): boolean => 'popover' in HTMLElement.prototype;

const goesByItself = ({ tone, action }: Toast): boolean => tone !== 'bad' && action === undefined;
