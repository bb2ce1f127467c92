import { FONT_FAMILY, FONT_FILES } from '../tokens/fonts.js';
import { allColours, sheet } from './sheet.js';

/** What is drawn before the typeface has come, and where it does not come: in its width, so that no line breaks anew when it does. */
const FALLBACK = `@font-face{font-family:"Proofmark Fallback";src:local("Arial"),local("Liberation Sans");size-adjust:104%}`;

const OWN = `"${FONT_FAMILY}","Proofmark Fallback",`;

/**
 * The ground of a whole page: typeface, colours, scheme, header and footer.
 *
 * @param fontUrl - the address of a file of the typeface, from the style sheet; null for a page that has none beside it
 */
export function pageSheet(fontUrl: ((file: string) => string) | null): string {
  const faces = FONT_FILES.map(
    ({ file, range }) =>
      `@font-face{font-family:"${FONT_FAMILY}";font-weight:100 900;font-display:swap;src:url("${fontUrl?.(file) ?? ''}") format("woff2");unicode-range:${range}}`,
  );
  const ground = `:root{color-scheme:light dark;${allColours()}}\n${frameCss}`;
  return fontUrl === null ? ground.replace(OWN, '') : [...faces, FALLBACK, ground].join('\n');
}

const frameCss = sheet(`
*, *::before, *::after { box-sizing: border-box; }
html {
  font: 100% / 1.5 ${OWN}system-ui, sans-serif;
  background: var(--pm-page);
  color: var(--pm-ink);
  overflow-wrap: anywhere;
}
body { margin: 0; min-height: var(--pm-screen-height); display: flex; flex-direction: column; }
main { flex: 1; width: 100%; max-width: var(--page-measure, var(--pm-measure-page)); margin: 0 auto; padding: var(--pm-space-xl) var(--pm-space-l) var(--pm-space-3xl); }
h1 { font-size: var(--pm-text-2xl); line-height: 1.2; margin: 0 0 var(--pm-space-s); text-wrap: balance; }
a { color: var(--pm-link); }
:focus-visible { outline: var(--pm-stroke-3) solid var(--pm-link); outline-offset: var(--pm-stroke-2); }
header.site, footer.site { color: var(--pm-soft); font-size: var(--pm-text-s); background: var(--pm-card); border: 0 solid var(--pm-line); padding: 0 max(var(--pm-space-l), (100% - var(--page-measure, var(--pm-measure-page))) / 2 + var(--pm-space-l)); }
header.site { display: flex; flex-wrap: wrap; gap: 0 var(--pm-space-xl); align-items: center; justify-content: space-between; border-bottom-width: var(--pm-stroke-1); }
header.site nav { display: flex; flex-wrap: wrap; gap: 0 var(--pm-space-xl); }
header.site a, .brand { display: inline-flex; gap: var(--pm-space-s); align-items: center; min-height: var(--pm-target); font-weight: 600; text-decoration: none; }
.brand.brand { font-size: var(--pm-text-m); font-weight: 700; color: var(--pm-ink); }
.mark { width: var(--pm-mark); height: var(--pm-mark); background: var(--pm-link); clip-path: polygon(50% 0, 95% 25%, 95% 75%, 50% 100%, 5% 75%, 5% 25%); }
footer.site { border-top-width: var(--pm-stroke-1); padding-block: var(--pm-space-l); }
footer.site p { margin: 0; }
@media (forced-colors: active) { .mark { background: CanvasText; forced-color-adjust: none; } }
@page { margin: var(--pm-paper-margin); }
@media print {
  :root { color-scheme: light; }
  html { background: none; color: CanvasText; }
  body { display: block; min-height: 0; }
  main { max-width: none; padding: 0; }
  header.site, footer.site { display: none; }
}
`);
