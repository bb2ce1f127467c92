import { tokenize } from 'css-tree/tokenizer';
import { ident, string, url } from 'css-tree/utils';

/** A place in a style sheet where something from elsewhere is named. */
export type CssReference =
  | { readonly as: 'image'; readonly url: string }
  | { readonly as: 'sheet'; readonly url: string /** The media query and the like of an `@import`. */; readonly condition: string };

/** What names nothing, in the place of what is not copied. */
export const NOTHING = 'url("data:,")';

// Token types of css-tree, in the order of CSS Syntax 3.
const T = {
  function: 2,
  atKeyword: 3,
  string: 5,
  url: 7,
  badUrl: 8,
  space: 13,
  cdo: 14,
  cdc: 15,
  semicolon: 17,
  open: 21,
  close: 22,
} as const;
const BRACES = { open: 23, close: 24 } as const;
const COMMENT = 25;
/** Functions in which a bare string is an address (CSS Images 4, 2.4 and 2.5). */
const ADDRESSING = new Set(['image-set', '-webkit-image-set', 'image']);

interface Token {
  readonly type: number;
  readonly text: string;
}

/**
 * Splits a style sheet, or the declarations of a `style` attribute, into text that stays and references. Works on tokens, as browsers
 * do, so that no spelling of an address is missed. Fonts are left out; comments too.
 */
export function readCss(text: string): readonly (string | CssReference)[] {
  const tokens = tokensOf(text);
  const parts: (string | CssReference)[] = [];
  const parentheses: string[] = [];
  const blocks: string[] = [];
  let rule = '';
  let fontFaces = 0;
  const image = (address: string | null): void => {
    if (address === null || fontFaces > 0) parts.push(NOTHING);
    else parts.push({ as: 'image', url: address });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const name = nameOf(token);
    if (token.type === T.atKeyword && (name === 'import' || name === 'charset')) {
      const end = ruleEnd(tokens, at + 1);
      if (name === 'import') parts.push(...importOf(tokens.slice(at + 1, end)));
      at = tokens[end]?.type === T.semicolon ? end : end - 1;
    } else if (token.type === T.atKeyword && name === 'namespace') {
      // Names a vocabulary; nobody fetches it.
      const end = ruleEnd(tokens, at + 1);
      parts.push(
        tokens
          .slice(at, end)
          .map((each) => each.text)
          .join(''),
      );
      at = end - 1;
    } else if (token.type === T.function && (name === 'url' || name === 'src')) {
      const end = closing(tokens, at + 1);
      image(addressOf(tokens.slice(at, end)));
      at = end;
    } else if (token.type === T.url) image(url.decode(token.text));
    else if (token.type === T.badUrl) parts.push(NOTHING);
    else if (token.type === T.string && ADDRESSING.has(parentheses.at(-1) ?? '')) image(string.decode(token.text));
    else if (token.type !== T.cdo && token.type !== T.cdc) {
      parts.push(token.type === COMMENT ? '/**/' : token.text);
      if (token.type === T.atKeyword) rule = name;
      if (token.type === T.semicolon) rule = '';
      if (token.type === T.function || token.type === T.open) parentheses.push(name);
      if (token.type === T.close) parentheses.pop();
      if (token.type === BRACES.open) {
        blocks.push(rule);
        if (rule === 'font-face') fontFaces++;
      }
      if (token.type === BRACES.open || token.type === BRACES.close) rule = '';
      if (token.type === BRACES.close && blocks.pop() === 'font-face') fontFaces--;
    }
  }
  return parts;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenize(text, (type, start, end) => void tokens.push({ type, text: text.slice(start, end) }));
  return tokens;
}

/** The name of a function or an at-rule, without the escapes in which it may be hidden. */
function nameOf({ type, text }: Token): string {
  if (type === T.function) return ident.decode(text.slice(0, -1)).toLowerCase();
  return type === T.atKeyword ? ident.decode(text.slice(1)).toLowerCase() : '';
}

/** Where a rule without a block ends: at its semicolon, before a brace, or with the sheet. */
function ruleEnd(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const { type } = tokens[at]!;
    if (type === T.semicolon || type === BRACES.open || type === BRACES.close) return at;
  }
  return tokens.length;
}

/** Where the parenthesis closes that was opened before `from`. */
function closing(tokens: readonly Token[], from: number): number {
  let depth = 1;
  for (let at = from; at < tokens.length; at++) {
    const { type } = tokens[at]!;
    if (type === T.function || type === T.open) depth++;
    if (type === T.close && --depth === 0) return at;
  }
  return tokens.length;
}

/** The address that stands first: `url(…)`, `url("…")` or a string; null for anything else. */
function addressOf(tokens: readonly Token[]): string | null {
  const [first, second] = tokens.filter(({ type }) => type !== T.space && type !== COMMENT);
  if (first?.type === T.url) return url.decode(first.text);
  if (first?.type === T.string) return string.decode(first.text);
  return first?.type === T.function && second?.type === T.string ? string.decode(second.text) : null;
}

function importOf(tokens: readonly Token[]): readonly CssReference[] {
  const address = addressOf(tokens);
  if (address === null) return [];
  const start = tokens.findIndex(({ type }) => type === T.url || type === T.string);
  const called = tokens.slice(0, start).some(({ type }) => type === T.function);
  const rest = tokens.slice(called ? closing(tokens, start) + 1 : start + 1);
  const text = rest
    .map((token) => token.text)
    .join('')
    .trim();
  return [{ as: 'sheet', url: address, condition: text }];
}
