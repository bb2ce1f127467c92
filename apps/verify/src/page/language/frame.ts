import { LANGUAGES, type Language } from '@proofmark/messages/page';
import type { Spoken } from './spoken.js';

/** Writes what stands around the checker in a language: heading, lead, footer and the language of the document. */
export function writeFrame(page: Document, { lang, words: { frame } }: Spoken): void {
  page.documentElement.lang = lang;
  page.title = frame.title;
  for (const place of page.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = frame[place.dataset.text as keyof typeof frame];
    if (text !== undefined) place.textContent = typeof text === 'string' ? text : text({ version: __VERSION__ });
  }
}

/** Makes the switch of languages work, which is of no use without a script. */
export function watchSwitch(page: Document, lang: Language, onChosen: (lang: Language) => void): void {
  const field = page.querySelector<HTMLSelectElement>('#language');
  if (field === null) return;
  field.value = lang;
  field.addEventListener('change', () => onChosen(Object.hasOwn(LANGUAGES, field.value) ? (field.value as Language) : 'en'));
  field.closest('[hidden]')?.removeAttribute('hidden');
}
