/** Longer claimed texts are cut: a badge may hold a text of any length, a line may not. */
const MAX_SHOWN = 240;
/** Longer hosts are cut at their beginning: who owns one stands at its end. */
const MAX_HOST = 80;

// Joiners and the variation selectors of emoji stay: several scripts need them.
const UNSEEN = /(?!\n|\t|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2028\u2029]/gu;
const SEALS =
  /[\u2611\u2705\u2713\u2714\u{1f5f8}\u{1f5f9}\u{1fbb1}\u{1f6e1}\u{1f510}\u{1f512}\u{1f7e2}\u{1f7e9}\u{1f49a}\u{1f197}][\ufe0e\ufe0f]?/gu;
const STACKED = /(\p{M}{4})\p{M}+/gu;
const QUOTES = /["\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02]/g;

/**
 * Claimed text without characters that are not seen and act on what stands around them: controls, marks that turn the writing direction,
 * fillers, tags; and without signs that look like a check of ours: ticks, shields, locks. Line ends and tabs stay.
 *
 * @param unseen what stands for a character that is not seen; nothing by default
 */
export function seenText(text: string, unseen: (character: string) => string = () => ''): string {
  return text.replace(UNSEEN, unseen).replace(SEALS, '');
}

/**
 * Claimed text as one line that may stand on a face: `seenText`, with no more than four marks on a letter, and cut. Every face shows a stranger's text through this function.
 *
 * @param max in characters (code points)
 * @param unseen as in `seenText`
 */
export function shownText(text: string, max: number = MAX_SHOWN, unseen?: (character: string) => string): string {
  // Cut before anything looks at it: the text may be of any length.
  const start = text.slice(0, max * 8).replace(/\s+/g, ' ');
  const line = seenText(start, unseen).replace(STACKED, '$1').replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length > max ? `${characters.slice(0, max).join('')} …` : line;
}

/** The same for a place between quotation marks: no mark inside it can end the quotation. */
export function quotedText(text: string, max?: number): string {
  return shownText(text, max).replace(QUOTES, '\u2019');
}

/** A host as a face shows it: an internationalised one in its `xn--` form, so that look-alikes show, and its end always in sight. */
export function shownHost(host: string): string {
  return host.length > MAX_HOST ? `…${host.slice(1 - MAX_HOST)}` : host;
}
