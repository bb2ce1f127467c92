import type { AchievementResource } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { changedSince } from './editing.js';
import { formOf } from './form.js';

const stored = (description: string, updatedAt: string): AchievementResource =>
  ({
    ...{ id: 'a', validFor: null, onDuplicate: null, evidencePolicy: 'none', updatedAt },
    achievement: { name: 'Web API design', description, criteria: { narrative: 'A project.' } },
  }) as unknown as AchievementResource;

describe('the form of an achievement after it was stored', () => {
  const sent = { ...formOf(stored('Designs an API.', '1')), description: ' Designs and tests an API. ', image: 'data:image/png,' };
  const after = stored('Designs and tests an API.', '2');

  it('is what was stored where nothing was typed since, with the version of the next change', () => {
    const { form, base, version } = changedSince(after, sent, sent);
    expect([form, base, version]).toEqual([formOf(after), formOf(after), '2']);
  });

  it('keeps what was typed since, and only that', () => {
    const { form, base, version } = changedSince(after, sent, { ...sent, narrative: 'Two projects.' });
    expect([form, base, version]).toEqual([{ ...formOf(after), narrative: 'Two projects.' }, formOf(after), '2']);
  });
});
