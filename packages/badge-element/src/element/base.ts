import { cardCss } from '../styles.js';
import { viewCss } from '../view/view-css.js';

/** `HTMLElement`, or a stand-in where there is none, so that a server may import the class to render a page around it. */
export const Base: typeof HTMLElement = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;

/** The value of an attribute, or '' without it. */
export const reflected = (element: Element, name: string): string => element.getAttribute(name) ?? '';

let sheet: CSSStyleSheet | null = null;

/** One style sheet for all badges of a page. Adopted, never a `<style>`, so that a strict policy has nothing against it. */
export function sheetOf(): CSSStyleSheet {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(viewCss + cardCss);
  }
  return sheet;
}
