import { html } from 'lit';
import type { ConsoleContext } from '../shell/context.js';
import { askedText } from './asked.js';

/** What is asked, with the words of its field. `word`: what has to be typed before it is done. */
export interface ReasonQuestion {
  readonly words: { readonly reason: string; readonly 'reason-hint': string };
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly word?: string;
}

/** Asks whether something is meant, and for a reason, which everybody can read. Null for no; an empty text where no reason was given. */
export async function askedReason(context: ConsoleContext, { words, text, ...question }: ReasonQuestion): Promise<string | null> {
  let reason = '';
  const field = askedText({
    label: words.reason,
    name: 'reason',
    hint: words['reason-hint'],
    onInput: (typed) => (reason = typed),
  });
  return (await context.confirm({ ...question, text: html`<p>${text}</p>${field}` })) ? reason.trim() : null;
}
