import { html, nothing, type TemplateResult } from 'lit';
import { ending, toCalendar } from '../results/calendar.js';
import { checkAgain } from '../results/check-again.js';
import { datedName, download } from '../results/download.js';
import type { Entry } from '../results/entries.js';
import { keywordsOf } from '../results/keywords.js';
import type { PageContext } from './page-context.js';

type Texts = PageContext['says']['later']['record'];

export interface RecordActions {
  /** The address of this page for others, or null. */
  readonly page: string | null;
  /** The outcome of saving or copying; the status line of the page shows it too. */
  readonly told: string;
  readonly onTold: (text: string) => void;
}

/** What a reader can save: the printed page, a signed receipt, a reminder, and keywords. */
export function recordView(
  entries: readonly Entry[],
  { page, told, onTold }: RecordActions,
  context: PageContext,
): TemplateResult | typeof nothing {
  const { record: texts, calendar } = context.says.later;
  if (!entries.some(({ report }) => report?.badge)) return nothing;
  const soon = ending(entries, Date.now());
  const keywords = keywordsOf(entries);
  return html`<section class="record" aria-labelledby="record">
    <h2 id="record">${texts.heading}</h2>
    <p class="buttons">
      <button type="button" class="quiet" @click=${() => print()}>${texts.print}</button>
      <button type="button" class="quiet" @click=${() => void saveReceipt(entries, page, texts, onTold)}>${texts.receipt}</button>
      ${
        soon.length === 0
          ? nothing
          : html`<button
              type="button"
              class="quiet"
              @click=${() =>
                download(
                  datedName('badges-end', 'ics'),
                  'text/calendar;charset=utf-8',
                  toCalendar(soon, Date.now(), (badge) => checkAgain(badge, page), { calendar, untitled: context.texts.untitled }),
                )}
            >
              ${texts.reminder({ count: soon.length })}
            </button>`
      }
    </p>
    <p class="muted">${texts.note}</p>
    ${
      keywords === ''
        ? nothing
        : html`<details class="keywords">
            <summary>${texts.keywords}</summary>
            <label for="keywords">${texts['keywords-label']}</label>
            <textarea id="keywords" rows="3" readonly .value=${keywords}></textarea>
            <button type="button" class="quiet" @click=${() => void copy(keywords, texts, onTold)}>${texts.copy}</button>
          </details>`
    }
    ${told === '' ? nothing : html`<p class="told">${told}</p>`}
  </section>`;
}

async function saveReceipt(entries: readonly Entry[], page: string | null, texts: Texts, onTold: (text: string) => void): Promise<void> {
  try {
    const { makeReceipt } = await import('../receipt/make-receipt.js');
    const { receipt, kept } = await makeReceipt(entries, page);
    download(datedName('badge-receipt', 'json'), 'application/json', `${JSON.stringify(receipt, null, 2)}\n`);
    onTold(kept ? texts.saved : texts['saved-once']);
  } catch {
    onTold(texts['not-signed']);
  }
}

async function copy(text: string, texts: Texts, onTold: (text: string) => void): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  onTold(copied ? texts.copied : texts['not-copied']);
}
