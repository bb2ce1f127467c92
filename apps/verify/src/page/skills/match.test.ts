import type { Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import type { Entry } from '../results/entries.js';
import { coverageOf } from './match.js';
import { skillsIn } from './role-skills.js';
import { speaksOf } from './words.js';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const entry = (verdict: Report['verdict'], badge: Partial<NonNullable<Report['badge']>> = {}): Entry => {
  const report = reportOf(verdict, { name: 'Web API design', validFrom: '2026-01-01T00:00:00Z', description: '', ...badge });
  return {
    id: '0',
    report,
    row: { key: 0, state: 'done', report, question: null, fetched: null, candidate: { from: '', input: { text: '' }, meant: true } },
  };
};
const state = (skill: string, ...entries: readonly Entry[]) => coverageOf([skill], entries, 3, NOW)[0]?.state;

describe('the words of skills', () => {
  it.each([
    ['JavaScript', 'Java', 'title', false],
    ['Java und Spring', 'java', 'title', true],
    ['Design of web APIs', 'Web API design', 'title', true],
    ['Design of APIs', 'Web API design', 'title', false],
    ['Designing web APIs, API design', 'API design web', 'title', true],
    ['C++ and C#', 'C', 'title', false],
    ['C++ and C#', 'c#', 'title', true],
    ['Node.js services', 'node.js', 'title', true],
    ['Résumé writing', 'resume writing', 'title', true],
    ['データ分析の基礎', 'データ分析', 'title', true],
    ['uses a database and knows design', 'database design', 'prose', false],
    ['knows database design well', 'database design', 'prose', true],
    ['anything', '!!!', 'title', false],
  ] as const)('%j speaks of %j (%s): %s', (text, skill, kind, is) => {
    expect(speaksOf(text, skill, kind)).toBe(is);
  });

  it('are read from pasted lists', () => {
    expect(skillsIn('- SQL\n• Python, python ;\n 3. Team  work\n\n')).toEqual(['SQL', 'Python', 'Team work']);
  });
});

describe('coverage', () => {
  it('lists which badge names a skill, where, and which of its evidence does', () => {
    const badge = entry('genuine-issuer-unknown', {
      skills: [{ name: 'REST architecture', url: null, framework: null }],
      tags: ['http'],
      description: 'Learns to write good documentation.',
    });
    const [rest, api, http, repository, documentation, sql] = coverageOf(
      ['REST', 'web api', 'HTTP', 'bookshop', 'good documentation', 'SQL'],
      [badge],
      3,
      NOW,
    );
    expect(rest?.matches[0]).toMatchObject({ place: 'skill', text: 'REST architecture', work: [] });
    expect(api?.matches[0]?.place).toBe('name');
    expect(http?.matches[0]?.place).toBe('tag');
    expect(repository?.matches[0]).toMatchObject({ place: 'work', text: 'Bookshop API', work: [{ name: 'Bookshop API' }] });
    expect(documentation?.matches[0]?.place).toBe('description');
    expect(sql).toEqual({ skill: 'SQL', state: 'not-shown', matches: [] });
  });

  it('is unproven for a badge that cannot be relied on', () => {
    for (const verdict of ['do-not-rely', 'unreadable', 'unfinished'] as const) expect(state('web api', entry(verdict))).toBe('unproven');
    expect(state('web api', entry('do-not-rely'), entry('genuine-issuer-confirmed'))).toBe('current');
  });

  it('is old for a badge that expired or was issued long ago', () => {
    expect(state('web api', entry('no-longer-current'))).toBe('old');
    expect(state('web api', entry('genuine-issuer-unknown', { validFrom: '2023-11-21T23:59:59Z' }))).toBe('old');
    expect(state('web api', entry('genuine-issuer-unknown', { validFrom: '2023-11-22T00:00:00Z' }))).toBe('current');
    expect(state('web api', entry('genuine-issuer-unknown', { validFrom: 'soon' }))).toBe('current');
  });
});
