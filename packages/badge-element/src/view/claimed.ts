import { shownText } from '@proofmark/messages/card';
import { html, type TemplateResult } from 'lit/html.js';

/** Claimed text as text: never markup, isolated so that it cannot reorder what stands beside it, and of no language that we know. */
export function claimed(text: string, max?: number): TemplateResult {
  return html`<bdi lang="">${shownText(text, max)}</bdi>`;
}
