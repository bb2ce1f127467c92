import { html, type TemplateResult } from 'lit/html.js';
import { claimed } from './claimed.js';

/** A sentence of ours around a claimed text, which stays isolated from it. `{name}` is where it goes. */
export function phrase(sentence: string, name: string): TemplateResult {
  const [before = '', after = ''] = sentence.split('{name}');
  return html`${before}${claimed(name)}${after}`;
}

/** A sentence of ours with a host or a number in it. */
export function told(sentence: string, key: string, value: string | number): string {
  return sentence.replace(`{${key}}`, String(value));
}
