import { type Html, html } from './html.js';

/** Text that somebody else wrote, isolated so that its writing direction cannot reorder what stands beside it. */
export function foreign(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** Foreign text of several lines: its line ends stay visible, a run of them is one. */
export function foreignLines(text: string): Html {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
  return html`${lines.map((line, index) => html`${index > 0 ? html`<br>` : null}<bdi>${line}</bdi>`)}`;
}
