import { describe, expect, it } from 'vitest';
import { workTexts as english } from './work/en.js';
import { workTextsFor } from './work-texts.js';

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)/g)].map(([, key = '']) => key).sort();

describe.each(['de', 'es', 'fr', 'nl'])('what is said of the work in %s', (lang) => {
  it('is all that English says, about the same things, in other words', async () => {
    const texts = await workTextsFor(lang);
    expect(texts.lang).toBe(lang);
    const own = new Map(leaves(texts));
    expect([...own.keys()]).toEqual(leaves(english).map(([path]) => path));
    for (const [path, text] of leaves(english)) {
      expect.soft(placeholders(own.get(path) ?? ''), path).toEqual(placeholders(text));
      expect.soft(own.get(path), path).not.toBe(text);
    }
  });
});

it('is English in any other language', async () => {
  for (const lang of ['en', 'ar', 'constructor', '__proto__', '']) expect((await workTextsFor(lang)).lang).toBe('en');
});

it('never says that somebody wrote the work', async () => {
  for (const lang of ['en', 'de', 'es', 'fr', 'nl']) {
    const text = JSON.stringify(await workTextsFor(lang));
    expect(text).not.toMatch(/\b(?:wrote|written by|geschrieben von|escrito por|écrit par|geschreven door)\b/i);
  }
});
