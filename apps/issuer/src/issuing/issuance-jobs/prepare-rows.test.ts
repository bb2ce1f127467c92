import { describe, expect, it } from 'vitest';
import type { AchievementRecord } from '../../store/index.js';
import type { BadgeParts } from '../credentials/build-badge.js';
import { done } from '../result.js';
import type { OpenRow, PrepareInTurns } from './chunk-issuing.js';
import { newHold } from './hold.js';
import { prepareRows } from './prepare-rows.js';
import { newTurn } from './turn.js';

const hold = newHold({ now: () => new Date() }, new AbortController().signal);
const rowOn = (host: string, at: number): OpenRow => ({
  at,
  body: { recipient: { email: `learner-${at}@x.example` }, evidence: [{ url: `https://${host}/work` }] },
  plan: null,
  tries: 0,
});

async function prepareOn(hosts: PrepareInTurns, ...names: readonly string[]): Promise<void> {
  const deps = {
    hosts,
    turn: newTurn({ now: () => new Date() }),
    prepare: async () => done({} as BadgeParts),
  };
  for await (const _ of prepareRows(deps, {} as AchievementRecord, names.map(rowOn), hold));
}

describe('the rows of a chunk', () => {
  it('give back every host that they took, also when the place of another could not be asked for', async () => {
    const given: string[] = [];
    const hosts: PrepareInTurns = {
      async take(host) {
        if (host === 'away.example') throw new Error('the database does not answer');
        return host !== 'busy.example';
      },
      release: async (host) => void given.push(host),
    };
    await expect(prepareOn(hosts, 'away.example', 'one.example', 'busy.example', 'two.example')).rejects.toThrow('does not answer');
    expect(given).toEqual(['one.example', 'two.example']);
  });

  it('give back the other hosts when one cannot be given back, and say so', async () => {
    const given: string[] = [];
    const hosts: PrepareInTurns = {
      take: async () => true,
      async release(host) {
        if (host === 'away.example') throw new Error('the database does not answer');
        given.push(host);
      },
    };
    await expect(prepareOn(hosts, 'away.example', 'one.example')).rejects.toThrow('does not answer');
    expect(given).toEqual(['one.example']);
  });
});
