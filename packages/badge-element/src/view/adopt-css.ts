const sheets = new Map<string, CSSStyleSheet>();

/** Puts a style sheet into the root of one element; all elements share it. */
export function adoptCss(root: Node, css: string): void {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) {
    sheets.set(css, sheet);
    sheet.replaceSync(css);
  }
  const { adoptedStyleSheets } = root as ShadowRoot;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
