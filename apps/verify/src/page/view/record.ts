import { html, nothing, type TemplateResult } from 'lit';
import { ending, toCalendar } from '../results/calendar.js';
import { checkAgain } from '../results/check-again.js';
import { datedName, download } from '../results/download.js';
import type { Entry } from '../results/entries.js';
import { keywordsOf } from '../results/keywords.js';

export interface RecordActions {
  /** The address of this page for others, or null. */
  readonly page: string | null;
  /** What became of saving or copying; the page's one status line says it too. */
  readonly told: string;
  readonly onTold: (text: string) => void;
}

/** What a reader takes along for the file: the printed page, a signed receipt, a reminder, and keywords. */
export function recordView(entries: readonly Entry[], { page, told, onTold }: RecordActions): TemplateResult | typeof nothing {
  if (!entries.some(({ report }) => report?.badge)) return nothing;
  const soon = ending(entries, Date.now());
  const keywords = keywordsOf(entries);
  return html`<section class="record" aria-labelledby="record">
    <h2 id="record">For your files</h2>
    <p class="buttons">
      <button type="button" class="quiet" @click=${() => print()}>Print</button>
      <button type="button" class="quiet" @click=${() => void saveReceipt(entries, page, onTold)}>Save a signed receipt</button>
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
                  toCalendar(soon, Date.now(), (badge) => checkAgain(badge, page)),
                )}
            >
              Save a reminder before ${soon.length === 1 ? 'it ends' : 'they end'}
            </button>`
      }
    </p>
    <p class="muted">
      A receipt says what you checked, when, and what came out, with the hash of what was handed in. It is signed by a key that only this browser has: checked
      by you, not certified by us. Hand it in here later, alone or together with the badge, to see that nobody changed it.
    </p>
    ${
      keywords === ''
        ? nothing
        : html`<details class="keywords">
            <summary>Keywords for a hiring system</summary>
            <label for="keywords">What the genuine badges name, as plain text</label>
            <textarea id="keywords" rows="3" readonly .value=${keywords}></textarea>
            <button type="button" class="quiet" @click=${() => void copy(keywords, onTold)}>Copy</button>
          </details>`
    }
    ${told === '' ? nothing : html`<p class="told">${told}</p>`}
  </section>`;
}

async function saveReceipt(entries: readonly Entry[], page: string | null, onTold: (text: string) => void): Promise<void> {
  try {
    const { makeReceipt } = await import('../receipt/make-receipt.js');
    const { receipt, kept } = await makeReceipt(entries, page);
    download(datedName('badge-receipt', 'json'), 'application/json', `${JSON.stringify(receipt, null, 2)}\n`);
    onTold(
      kept ? 'The receipt was saved.' : 'The receipt was saved. This browser keeps no keys, so the key was made for this receipt alone.',
    );
  } catch {
    onTold('This browser could not sign a receipt. Print the page instead.');
  }
}

async function copy(text: string, onTold: (text: string) => void): Promise<void> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  onTold(copied ? 'Copied.' : 'This browser does not let a page copy. Select the text and copy it.');
}
