import { html, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../shell/context.js';

interface Copied {
  readonly copy: string;
  readonly copied: string;
  readonly 'not-copied': string;
}

/** A button that puts a text onto the clipboard, and says whether that worked. */
export function copyButton(words: Copied, context: ConsoleContext, text: string): TemplateResult {
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    context.say(done === true ? { tone: 'good', text: words.copied } : { tone: 'old', text: words['not-copied'] });
  };
  return html`<button type="button" class="quiet" @click=${copy}>${words.copy}</button>`;
}
