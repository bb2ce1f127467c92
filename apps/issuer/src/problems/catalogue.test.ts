import { ENGLISH, PUBLIC_TEXTS } from '@proofmark/messages/public';
import { PROBLEM_CODES } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { PROBLEMS } from './catalogue.js';

/** What a reader can do, or the place that says it. */
const STEP = /\b(?:send|correct|ask|see|take|remove|make|bring|wait|link|`errors`|`detail`)\b|`errors`|`detail`/i;

describe.each(PROBLEM_CODES)('the problem %s', (code) => {
  const { title, explanation, next, status } = PROBLEMS[code];

  it('says what happened and what to do next, in whole sentences', () => {
    expect(title).toMatch(/^[A-Z][^.]+$/);
    for (const text of [explanation, next]) expect(text).toMatch(/^[A-Z`].{20,}\.$/);
    expect(next).toMatch(STEP);
    expect(next).not.toBe(explanation);
    expect(`${explanation}${next}`.split('`').length % 2).toBe(1);
  });

  it('has a status of an error', () => expect(status).toBeGreaterThanOrEqual(400));
});

it('there is for every code in every language, and for no other', () => {
  expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort());
  for (const { problems } of Object.values(PUBLIC_TEXTS)) expect(Object.keys(problems).sort()).toEqual([...PROBLEM_CODES].sort());
});

it('names in every language the same members, headers and commands', () => {
  const code = (text: string) => [...text.matchAll(/`[^`]*`/g)].map(([found]) => found).sort();
  for (const { problems, lang } of Object.values(PUBLIC_TEXTS))
    for (const name of PROBLEM_CODES)
      for (const part of ['explanation', 'next'] as const)
        expect(code(problems[name][part]), `${lang} ${name}`).toEqual(code(ENGLISH.problems[name][part]));
});
