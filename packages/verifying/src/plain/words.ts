import { CLASSES, VOCABULARIES } from './tables.js';

/** One property of a class; `kind` as in the tables, '' for text. */
export interface PlainProperty {
  readonly kind: string;
  readonly required: boolean;
  readonly many: boolean;
}

/** One class: how its `type` is written, and its properties by name. */
export interface PlainClass {
  readonly words: string;
  readonly properties: ReadonlyMap<string, PlainProperty>;
}

const classes = new Map<string, PlainClass>();
const iris = new Map<string, string>();
for (const [base, words] of VOCABULARIES) {
  for (const word of words.split(/\s+/)) {
    const [name = '', local = name] = word.split('=');
    iris.set(name, base + local);
  }
}

/** A class of the tables; undefined for a name that is none. They are read on first use and kept. */
export function classOf(name: string): PlainClass | undefined {
  if (!classes.has(name) && Object.hasOwn(CLASSES, name)) {
    const [words = '', ...properties] = (CLASSES[name] as string).split(/\s+/);
    classes.set(name, { words, properties: new Map(properties.map(propertyOf)) });
  }
  return classes.get(name);
}

function propertyOf(text: string): [string, PlainProperty] {
  const [, name = '', marks = '', kind = ''] = /(\w+)([!*]*):?(.*)/.exec(text) ?? [];
  return [name, { kind, required: marks.includes('!'), many: marks.includes('*') }];
}

/** The address of a word, a class or a property, as N-Quads write it. */
export function iriOf(word: string): string {
  return `<${iris.get(word) ?? `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${word}`}>`;
}
