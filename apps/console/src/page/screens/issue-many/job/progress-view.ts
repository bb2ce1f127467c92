import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';

/** How far a job is: a bar, the rows, the rate and the time that is left. */
export function progressView(words: IssueManyTexts, lang: string, job: IssuanceJob): TemplateResult {
  const { job: said } = words;
  const { rows, upload, rowsPerSecond, secondsLeft, state } = job;
  const settled = rows.done + rows.existing + rows.refused + rows.valid;
  const numbers = new Intl.NumberFormat(lang);
  const [value, most] = state === 'reading' ? [upload.readBytes, upload.bytes] : [settled, rows.total ?? rows.read];
  const far =
    rows.total === null
      ? said['rows-so-far']({ done: numbers.format(settled) })
      : said.rows({ done: numbers.format(settled), total: numbers.format(rows.total) });
  return html`<div class="progress">
    <progress aria-label=${said.progress} max=${Math.max(1, most)} .value=${Math.min(value, Math.max(1, most))}></progress>
    ${state === 'reading' ? html`<p>${said.reading({ percent: percentOf(value, most) })}</p>` : nothing}
    <p>
      <span>${far}</span>
      ${rowsPerSecond === null || rowsPerSecond === 0 ? nothing : html`· <span>${said.rate({ rate: numbers.format(rowsPerSecond) })}</span>`}
      ${secondsLeft === null ? nothing : html`· <span>${leftIn(words, secondsLeft)}</span>`}
    </p>
  </div>`;
}

const percentOf = (value: number, most: number): number => (most === 0 ? 100 : Math.floor((value / most) * 100));

function leftIn({ job }: IssueManyTexts, seconds: number): string {
  if (seconds < 60) return job.seconds;
  return seconds < 5400 ? job.minutes({ count: Math.round(seconds / 60) }) : job.hours({ count: Math.round(seconds / 3600) });
}
