import { type CSSResult, html, LitElement, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import { CLOSE, icon } from '../icons/index.js';
import { sheet } from '../sheets/sheet.js';
import { setInFront } from './front-dialog.js';

/**
 * A question or a form that comes before everything else. The browser's own modal `<dialog>` keeps the focus inside, ends with Escape, and gives the focus
 * back to whatever opened it.
 *
 * Inside: what the dialog says, and in the slot `actions` its buttons. Where one of them cannot be undone, give `autofocus` to the harmless one.
 * Tells its host that it was closed by the event `closed`, whose detail is why: `escape`, `button` (its own), or `host`.
 */
export class DialogElement extends LitElement {
  static override properties: PropertyDeclarations = {
    open: { type: Boolean, reflect: true },
    heading: { type: String },
    closeLabel: { type: String, attribute: 'close-label' },
  };
  static override styles: CSSResult = unsafeCSS(
    sheet(`
    dialog { box-sizing: border-box; inline-size: min(var(--pm-measure-form), 100% - 2 * var(--pm-space-l)); max-block-size: calc(100% - 2 * var(--pm-space-l)); padding: 0; border: var(--pm-stroke-1) solid var(--pm-line); border-radius: var(--pm-radius-l); background: var(--pm-card); color: var(--pm-ink); box-shadow: var(--pm-shadow-2); overflow: auto; overscroll-behavior: contain; overflow-wrap: anywhere; }
    dialog::backdrop { background: var(--pm-print); opacity: 0.5; }
    .head { display: flex; gap: var(--pm-space-m); align-items: flex-start; justify-content: space-between; padding-block-start: var(--pm-space-s); padding-inline: var(--pm-space-xl) var(--pm-space-s); }
    h2 { margin: 0; padding-block: var(--pm-space-s); font-size: var(--pm-text-l); line-height: 1.3; }
    .body { padding: var(--pm-space-s) var(--pm-space-xl) var(--pm-space-xl); }
    .actions { display: flex; flex-wrap: wrap; gap: var(--pm-space-s); justify-content: flex-end; padding: 0 var(--pm-space-xl) var(--pm-space-xl); }
    .close { flex: none; display: grid; place-items: center; inline-size: var(--pm-target); block-size: var(--pm-target); padding: 0; border: 0; border-radius: var(--pm-radius-m); background: transparent; color: var(--pm-soft); cursor: pointer; }
    :focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: calc(-1 * var(--pm-stroke-3)); }
    @media (prefers-reduced-motion: no-preference) {
      dialog[open] { animation: rise var(--pm-motion-fast) ease-out; }
      @keyframes rise { from { opacity: 0; translate: 0 var(--pm-space-s); } }
    }
    @media (forced-colors: active) { dialog { border-width: var(--pm-stroke-2); } }
  `),
  );

  /** Whether it is shown. */
  declare open: boolean;
  /** What it is about; its accessible name. */
  declare heading: string;
  /** The accessible name of its own button. */
  declare closeLabel: string;
  #why: 'escape' | 'button' | 'host' = 'host';

  constructor() {
    super();
    Object.assign(this, { open: false, heading: '', closeLabel: 'Close' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setInFront(this, false);
  }

  protected override updated(): void {
    const dialog = this.#dialog();
    if (this.open && !dialog.open) {
      dialog.showModal();
      setInFront(this, true);
      // The browser looks for it among its own children, and not in the slots.
      this.querySelector<HTMLElement>('[autofocus]')?.focus();
    } else if (!this.open && dialog.open) dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="heading" @cancel=${this.#onCancel} @close=${this.#onClose}>
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        <button type="button" class="close" aria-label=${this.closeLabel} @click=${this.#onButton}>${icon(CLOSE)}</button>
      </div>
      <div class="body"><slot></slot></div>
      <div class="actions"><slot name="actions"></slot></div>
    </dialog>`;
  }

  #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement;
  }

  /** A file that was not chosen is cancelled too, and that event comes up to here. */
  #onCancel = (event: Event): void => {
    if (event.target === this.#dialog()) this.#why = 'escape';
  };

  #onButton = (): void => {
    this.#why = 'button';
    this.#dialog().close();
  };

  #onClose = (event: Event): void => {
    if (event.target !== this.#dialog()) return;
    this.open = false;
    setInFront(this, false);
    this.dispatchEvent(new CustomEvent('closed', { detail: this.#why }));
    this.#why = 'host';
  };
}
