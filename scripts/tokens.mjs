// Refuses a colour or a size that is written anywhere but in packages/ui: faces take them from its tokens, `var(--pm-NAME)`. Looks at style sheets, at style
// sheets inside TypeScript, and at colours in the code of faces. Prints each place, and fails when there is one. An argument names another folder to look at.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));

/** The code of faces, shared elements included; in packages/ui the tokens themselves are beside it. Descriptions of the API have examples. */
const FACES =
  /^(?:apps\/verify\/(?:src|index\.html)|apps\/issuer\/(?:src\/(?!openapi\/descriptions\/)|assets\/)|apps\/console\/(?!dist\/)|packages\/badge-element\/src\/|packages\/ui\/(?:src\/(?!tokens\/)|gallery\/))/;
const FREE = [
  // The icon of a page is a file by itself, which no style sheet reaches.
  'apps/issuer/assets/icon.svg',
  // A badge is a picture and no part of a page: what draws it has a palette of its own.
  'apps/issuer/src/images/badge-svg.ts',
  'apps/issuer/src/images/palette.ts',
  // A mail program reads no custom property and knows no rem. Its colours are those of the tokens.
  'apps/issuer/src/mail/mail-html.ts',
];

/** The widths of `BREAKPOINTS` in packages/ui/src/tokens/sizes.ts: a condition of a media query takes no custom property. */
const BREAKPOINTS = new Set(
  /BREAKPOINTS[^[]*\[\]\s*=\s*\[([^\]]*)\]/
    .exec(readFileSync(new URL('../packages/ui/src/tokens/sizes.ts', import.meta.url), 'utf8'))?.[1]
    .match(/[\d.]+rem/g),
);

const COLOUR =
  /(?<!&)#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(/gi;
const NAMED = /:[^;{}]*?\b(?:black|white|gr[ae]y|silver|red|green|blue|navy|teal|orange|yellow|purple|brown|pink)\b(?=[^;{}]*[;}])/gi;
const SIZE = /(?<![\w#.-])-?(?:\d*\.)?\d+(?:px|r?em|r?ex|r?ch|ic|r?lh|pt|pc|in|cm|mm|q|[sld]?v(?:w|h|i|b|min|max)|cq\w+)\b/gi;

/** Blanks what is matched, so that every other sign keeps its line. */
const blank = (text, pattern) => text.replace(pattern, (part) => part.replace(/[^\n]/g, ' '));
const withoutComments = (text) => blank(text, /\/\*[\s\S]*?\*\//g);

/** A condition may compare with one of the widths that packages/ui names. */
const withoutBreakpoints = (css) =>
  css.replace(/@(?:media|container)[^{]*/g, (condition) =>
    condition.replace(SIZE, (size) => (BREAKPOINTS.has(size) ? ' '.repeat(size.length) : size)),
  );

function* faultsOfSheet(css) {
  const text = withoutBreakpoints(blank(withoutComments(css), /url\([^)]*\)|"[^"\n]*"|'[^'\n]*'/g));
  for (const [what, pattern] of [
    ['colour', COLOUR],
    ['colour', NAMED],
    ['size', SIZE],
  ])
    for (const match of text.matchAll(pattern)) yield { what, at: match.index + match[0].length - 1, text: match[0].trim() };
}

/** Style sheets in other files: the text of a call of `sheet`, of the tag `css`, of a `style` element or of a `style` attribute. */
function* sheetsIn(text) {
  for (const match of text.matchAll(/\b(?:sheet\(|unsafeCSS\(|css)`([^`]*)`/g))
    yield { css: match[1], start: match.index + match[0].indexOf('`') + 1 };
  for (const match of text.matchAll(/<style>([^<]*)</g)) yield { css: match[1], start: match.index + 7 };
  for (const match of text.matchAll(/\sstyle="([^"]*)"/g)) yield { css: `x{${match[1]};}`, start: match.index + 6 };
}

function* faultsOf(path, text) {
  if (path.endsWith('.css')) return yield* faultsOfSheet(text);
  for (const { css, start } of sheetsIn(text)) for (const fault of faultsOfSheet(css)) yield { ...fault, at: fault.at + start };
  const code = blank(withoutComments(text), /(^|\s)\/\/[^\n]*|\b(?:sheet\(|unsafeCSS\(|css)`[^`]*`/gm);
  for (const match of code.matchAll(/(['"`])(?:(?!\1)[^\n\\]|\\.)*?(#[0-9a-f]{3}(?:[0-9a-f]{3})?|(?:rgb|hsl|light-dark)a?\()(?![\w-])/gi))
    yield { what: 'colour', at: match.index + match[0].length - 1, text: match[2] };
}

const listed = () =>
  process.argv[2] === undefined
    ? execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'packages'], { cwd: root, maxBuffer: 2 ** 26 })
        .toString()
        .split('\n')
    : execFileSync('find', ['apps', 'packages', '-type', 'f'], { cwd: root }).toString().split('\n');

let found = 0;
for (const path of listed()) {
  if (!FACES.test(path) || !/\.(?:ts|css|svg|html)$/.test(path) || /\.(?:test|fixture)\.ts$/.test(path) || FREE.includes(path)) continue;
  if (!existsSync(join(root, path))) continue; // deleted, and not yet committed
  const text = readFileSync(join(root, path), 'utf8');
  for (const fault of faultsOf(path, text)) {
    found += 1;
    console.error(
      `${path}:${text.slice(0, fault.at).split('\n').length} ${fault.what}: ${fault.text}; use a token of packages/ui/src/tokens.`,
    );
  }
}
if (found > 0) {
  console.error(`\n${found} ${found === 1 ? 'place' : 'places'} against packages/ui/README.md.`);
  process.exitCode = 1;
}
