import { LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { html } from 'lit/html.js';
import { langOf } from './lang-of.js';

/** What a block gives to each of its badges that does not say it itself. */
const SHARED = ['variant', 'theme', 'checker'] as const;

/**
 * Several badges as one block: what stands inside the tag is badges, each with its own fallback. Above them stands how many there are of each verdict, worst first,
 * which is announced once when all are checked. The badges keep the order of the page.
 *
 * @tag proofmark-badges
 * @tagname proofmark-badges
 * @attr {"card"|"line"|"image"} variant - of all badges inside that name none.
 * @attr {"auto"|"light"|"dark"} theme - of the block, and of all badges inside that name none.
 * @attr {string} checker - of all badges inside that name none.
 * @slot - the badges.
 * @csspart block - the frame around all.
 * @csspart summary - how many badges there are of each verdict.
 * @csspart list - the badges.
 */
export class ProofmarkBadges extends LitElement {
  static override properties: PropertyDeclarations = { drawn: { state: true } };

  declare private drawn: (() => TemplateResult) | null;

  constructor() {
    super();
    this.drawn = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.share();
    void import('./block/block.js').then(
      ({ startBlock }) => {
        this.drawn ??= startBlock(this, langOf(this));
      },
      // Without it the badges stand below each other, and each says its own verdict.
      () => null,
    );
  }

  /** Gives the badges inside what they have in common. */
  share(): void {
    for (const badge of this.querySelectorAll('proofmark-badge')) {
      for (const name of SHARED) {
        const value = this.getAttribute(name);
        if (value !== null && !badge.hasAttribute(name)) badge.setAttribute(name, value);
      }
    }
  }

  protected override render(): TemplateResult {
    return this.drawn?.() ?? html`<slot></slot>`;
  }
}
