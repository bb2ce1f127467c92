import { quotedText } from '@proofmark/messages/card';
import { html, type TemplateResult } from 'lit/html.js';
import { claimed } from './claimed.js';

/** Stands for the claimed text while the sentence around it is made. */
const SLOT = '\u0000';

/** A sentence of ours around a claimed text, which stays isolated from it. */
export function phrase(sentence: (d: { readonly name: string }) => string, name: string): TemplateResult {
  const [before = '', after = ''] = sentence({ name: SLOT }).split(SLOT);
  return html`${before}${claimed(quotedText(name))}${after}`;
}
