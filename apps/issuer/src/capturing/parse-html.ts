import { setImmediate } from 'node:timers/promises';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type TreeAdapter } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type Document = DefaultTreeAdapterTypes.Document;

/** A page is too deeply nested, has too many parts, or takes too long to read. */
export class TooComplex extends Error {}

const MAX_DEPTH = 256;
const MAX_ELEMENTS = 100_000;
/** Letters of all attributes. An element that is left open is made anew, with all of them, in each paragraph that follows. */
const MAX_ATTRIBUTES = 4 * 1024 * 1024;
/** So much is read at a time, so that others get their turn and the clock is asked often. */
const CHUNK = 16 * 1024;
const PATIENCE = 4000;

/**
 * Reads a page as browsers without scripts do (HTML, 13.2). Some pages make a parser work far longer than their length suggests, by
 * depth, by repeated formatting or by thousands of attributes: each is cut off.
 *
 * @throws TooComplex
 */
export async function parseHtml(text: string): Promise<Document> {
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({ scriptingEnabled: false, treeAdapter: boundedAdapter() });
  const end = performance.now() + PATIENCE;
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.tokenizer.write(text.slice(at, at + CHUNK), false);
    if (performance.now() > end) throw new TooComplex('it takes too long');
    await setImmediate();
  }
  parser.tokenizer.write('', true);
  return parser.document;
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let depth = 0;
  let elements = 0;
  let letters = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...described) {
      if (++elements > MAX_ELEMENTS) throw new TooComplex('it has too many elements');
      for (const { name, value } of described[2]) letters += name.length + value.length;
      if (letters > MAX_ATTRIBUTES) throw new TooComplex('its attributes are too long');
      return defaultTreeAdapter.createElement(...described);
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new TooComplex('it is nested too deeply');
    },
    onItemPop() {
      depth--;
    },
  };
}
