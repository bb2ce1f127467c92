import { parse } from 'parse5';
import { attributeOf, nodesOf } from './clean-html.js';
import { readCss } from './css.js';
import { COPY_POLICY } from './page-capture.js';
import type { Element } from './parse-html.js';

const RUNNING = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'base',
  'template',
  'link',
  'audio',
  'video',
  'source',
  'noscript',
  'plaintext',
  'xmp',
  'animate',
  'set',
]);
const LOADING = /^(?:on.*|srcset|srcdoc|action|formaction|ping|poster|data|background|manifest|target|style-src|http-equiv)$/;

/** What a browser would find in the copy that runs, loads, sends or steers; empty when it is still. */
export function restless(text: string): string[] {
  return [...nodesOf(parse(text))].flatMap((node) => {
    if (!('tagName' in node)) return [];
    const element = node as Element;
    const name = element.tagName.toLowerCase();
    const policy = name === 'meta' && attributeOf(element, 'content') === COPY_POLICY;
    const found = RUNNING.has(name) ? [`<${name}>`] : [];
    const attributes = element.attrs.filter(({ name: attribute, value }) => {
      if (LOADING.test(attribute.toLowerCase())) return !policy;
      if (attribute === 'src') return !value.startsWith('data:image/');
      if (attribute === 'href')
        return !/^(?:#|https?:|mailto:|data:image\/)/.test(value) || (name !== 'a' && name !== 'area' && /^(?:https?|mailto):/.test(value));
      if (attribute === 'style') return readCss(value).some((part) => typeof part !== 'string' && !/^(?:data:|#)/.test(part.url));
      return element.namespaceURI === 'http://www.w3.org/2000/svg' && /url\(\s*["']?(?!#)/i.test(value);
    });
    const css = name === 'style' ? readCss(element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')) : [];
    const addresses = css.filter((part) => typeof part !== 'string' && !/^(?:data:|#)/.test(part.url));
    return [
      ...found,
      ...attributes.map(({ name: attribute, value }) => `${name} ${attribute}=${value}`),
      ...addresses.map(() => `${name}: url`),
    ];
  });
}
