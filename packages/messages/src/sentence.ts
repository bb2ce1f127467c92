import type { Detail } from '@proofmark/schemas';

/** What a reader is told about one outcome. All of it is plain text: show it as text, never as markup. */
export interface Sentence {
  /** What happened. */
  readonly happened: string;
  /** What it means; empty where the first sentence says it all. */
  readonly means: string;
  /** What to do, and who must do it; empty where nothing is to be done. */
  readonly todo: string;
}

/**
 * A sentence before the details are filled in: what happened, what it means, what to do. `{x}` is a detail, `{x|none|one|# of them}` a
 * number in words; `[…]` goes when a detail in it is absent.
 */
export type Words = readonly [happened: string, means?: string, todo?: string];

const MAX_LENGTH = 300;
// Controls and characters that turn the direction of what follows could make our own sentence say something else.
const UNSAFE = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Fills in details as plain text, cut to a length that cannot push the sentence off the screen.
 *
 * @param write how one detail is written, such as a time
 */
export function fill([happened, means = '', todo = '']: Words, detail: Detail = {}, write: Writer = asItIs): Sentence {
  return { happened: fillText(happened, detail, write), means: fillText(means, detail, write), todo: fillText(todo, detail, write) };
}

type Writer = (text: string) => string;
const asItIs: Writer = (text) => text;

function fillText(template: string, detail: Detail, write: Writer): string {
  const value = (key: string): string | null => {
    const found = Object.hasOwn(detail, key) ? detail[key] : undefined;
    if (found === undefined || found === '') return null;
    const text = (Array.isArray(found) ? found.join(', ') : write(String(found))).replace(UNSAFE, ' ');
    return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  };
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)[|}]/g)].every(([, key = '']) => value(key) !== null) ? part : '',
    )
    .replace(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\|([^|{}]*)\}/g, (_, key: string, none: string, one: string, many: string) => {
      const count = Number(value(key));
      return count === 0 ? none : count === 1 ? one : many.replace('#', String(count));
    })
    .replace(/\{(\w+)\}/g, (_, key: string) => value(key) ?? '')
    .replace(/ +/g, ' ')
    .trim();
}
