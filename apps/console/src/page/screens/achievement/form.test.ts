import type { AchievementResource } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { changeOf, formOf, NEW_FORM, newAchievement, policyOf } from './form.js';
import { clashes, merged, takenOver } from './merge.js';

const RESOURCE = {
  ...{ id: 'a', issuerId: 'i', url: 'https://badges.example/achievements/a', onDuplicate: null, archivedAt: null },
  achievement: {
    ...{ id: 'https://badges.example/achievements/a', type: ['Achievement'], name: 'Web API design', description: 'Designs an HTTP API.' },
    criteria: { narrative: 'A reviewed project.' },
    alignment: [{ type: ['Alignment'], targetName: 'SQL', targetUrl: 'https://skills.example/sql' }],
    tag: ['HTTP', 'OpenAPI'],
  },
  evidencePolicy: { min: 2, kinds: ['repository'], pinned: 'required' },
  validFor: 'P2Y',
  ...{ createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-02T00:00:00.000Z' },
} as unknown as AchievementResource;

describe('the form of an achievement', () => {
  it('says again what it was made of', () => {
    const form = formOf(RESOURCE);
    expect(newAchievement(form, 'i')).toEqual({
      ...{ issuerId: 'i', name: 'Web API design', description: 'Designs an HTTP API.', criteria: { narrative: 'A reviewed project.' } },
      evidencePolicy: { min: 2, kinds: ['repository'], pinned: 'required', authorship: 'any' },
      alignment: [{ targetName: 'SQL', targetUrl: 'https://skills.example/sql' }],
      ...{ tag: ['HTTP', 'OpenAPI'], validFor: 'P2Y' },
    });
    expect(changeOf(form, form)).toEqual({});
  });

  it('changes only what differs, and removes what was emptied', () => {
    const form = formOf(RESOURCE);
    const after = { ...form, tags: ' ', validFor: '', narrative: 'Another one.', skills: [] };
    expect(changeOf(form, after)).toEqual({ tag: null, validFor: null, criteria: { narrative: 'Another one.' }, alignment: null });
  });

  it('asks for one piece of work where the number is none, and for none where it is not wanted', () => {
    expect(policyOf({ ...NEW_FORM, min: 'x' })).toMatchObject({ min: 1 });
    expect(policyOf({ ...NEW_FORM, asksForWork: false })).toBe('none');
  });
});

describe('two changes at the same time', () => {
  const base = formOf(RESOURCE);
  const mine = { ...base, name: 'API design', tags: 'HTTP' };
  const theirs = { ...base, name: 'Design of APIs', validFor: 'P3Y', tags: 'HTTP' };
  const merge = { base, mine, theirs };

  it('clash only where both changed the same field differently', () => {
    expect(clashes(merge)).toEqual(['name']);
    expect(takenOver(merge)).toEqual(['validFor']);
  });

  it('are put together, with the text that was chosen', () => {
    expect(merged(merge, { name: 'mine' })).toEqual({ ...mine, validFor: 'P3Y' });
    expect(merged(merge, { name: 'theirs' })).toEqual(theirs);
  });
});
