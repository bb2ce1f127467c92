import { html, svg, type TemplateResult } from 'lit/html.js';

/** A part of a whole. */
export interface Share {
  readonly name: string;
  /** Of all parts together, 0 to 1. */
  readonly share: number;
}

/** How many parts a bar tells apart; the rest is one. */
const SHADES = 4;
const WIDTH = 240;

/** Parts of a whole as a bar. It is decoration: the words beside it say the same. Drawn as SVG, since a strict policy allows no styles in attributes. */
export function shareBar(shares: readonly Share[]): TemplateResult {
  let at = 0;
  return html`${svg`<svg class="share-bar" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true">${shares.map(
    ({ share }, index) => {
      const width = Math.max(0, Math.min(share, 1)) * WIDTH;
      const part = svg`<rect class="shade-${Math.min(index, SHADES)}" x=${at.toFixed(1)} width=${Math.max(width - 1, 0.5).toFixed(1)} height="8" />`;
      at += width;
      return part;
    },
  )}</svg>`}`;
}
