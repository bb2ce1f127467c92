/** Where a comma or a semicolon ends a link: before the next one. Inside of a link both are letters, as in a SWHID with its qualifiers. */
const BEFORE_A_LINK = /[,;](?=(?:https?:\/\/|swh:\d|doi:))/i;

/** The links of one cell: separated by white space, commas or semicolons, or several of them. */
export function splitLinks(cell: string): readonly string[] {
  return cell
    .split(/\s/)
    .flatMap((part) => part.split(BEFORE_A_LINK))
    .map(withoutSeparators)
    .filter((link) => link !== '');
}

const isSeparator = (character: string | undefined): boolean => character === ',' || character === ';';

function withoutSeparators(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && isSeparator(text[from])) from += 1;
  while (to > from && isSeparator(text[to - 1])) to -= 1;
  return text.slice(from, to);
}
