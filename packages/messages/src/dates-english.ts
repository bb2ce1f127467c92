import type { Detail } from '@proofmark/schemas';
import { fill, type Sentence, type Words } from './sentence.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A time as people write it, in UTC; any other text as it is. */
function inWords(text: string): string {
  const time = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return text;
  const date = new Date(time);
  const clock = date.toISOString().slice(11, 16);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return clock === '00:00' ? day : `${day}, ${clock} UTC`;
}

/** Fills in details; times are written as people write them in English. */
export function fillEnglish(words: Words, detail: Detail = {}): Sentence {
  return fill(words, detail, inWords);
}
