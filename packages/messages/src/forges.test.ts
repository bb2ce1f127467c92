import { readdirSync, readFileSync } from 'node:fs';
import { RECHECK_REASONS } from '@proofmark/evidence';
import { describe, expect, it } from 'vitest';
import { forgeTextsFor } from './card/index.js';
import { describeForge } from './forges.js';

const folder = new URL('../catalogues/', import.meta.url);
const LANGUAGES = readdirSync(folder);

describe('what is said of forges', () => {
  it('is short in each of five languages', () => {
    expect(LANGUAGES).toHaveLength(5);
    for (const language of LANGUAGES) {
      const text = readFileSync(new URL(`${language}/forges.json`, folder), 'utf8');
      const sentences = [...text.matchAll(/: "([^"]+)"/g)].flatMap(([, message = '']) => message.split(/(?<=\.)\s/));
      for (const sentence of sentences.filter((one) => !one.includes('plural'))) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
    }
  });

  it.each(LANGUAGES)('names the forge and the time to ask again in %s', async (language) => {
    const texts = await forgeTextsFor(language);
    const facts = { sameBytes: 'not-checked', reason: 'forge-limited', askAgainAt: '2026-11-22T09:00:00Z' } as const;
    const [why, again] = describeForge({ ...facts, readBy: { grade: 'forge', host: 'github.com' } }, texts, () => 'NINE');
    expect([why?.includes('GitHub'), again?.includes('NINE')]).toEqual([true, true]);
    expect(
      describeForge({ ...facts, sameBytes: 'matches', readBy: { grade: 'forge', host: 'git.school.example' } }, texts, String)[0],
    ).toContain('git.school.example');
  });

  it('has a sentence for each reason that only a forge gives', async () => {
    const { reasons } = await forgeTextsFor('en');
    const known = RECHECK_REASONS.filter((code) => /^(?:forge-|not-seen|another-commit|tree-inconsistent)/.test(code));
    expect(known.filter((code) => !Object.hasOwn(reasons, code))).toEqual([]);
    expect(known).toHaveLength(5);
  });
});
