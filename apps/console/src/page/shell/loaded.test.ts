import { describe, expect, it } from 'vitest';
import type { Answer } from '../api.js';
import type { ConsoleContext } from './context.js';
import { Loaded } from './loaded.js';

const host = {
  ...{ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined },
  ...{ updateComplete: Promise.resolve(true), context: {} as ConsoleContext },
};

describe('something that a screen asks for', () => {
  it('tells what came, also where it came when it was asked for again', async () => {
    const answers: Answer<string>[] = [
      { ok: false, problem: 'offline' },
      { ok: true, value: 'a' },
    ];
    const came: string[] = [];
    const loaded = new Loaded<string>(
      host,
      async () => answers.shift() as Answer<string>,
      (value) => came.push(value),
    );
    await loaded.load();
    expect([loaded.failed?.problem, came]).toEqual(['offline', []]);
    await loaded.load();
    expect([loaded.failed, loaded.value, came]).toEqual([null, 'a', ['a']]);
  });

  it('tells nothing of an answer that comes after a later question', async () => {
    const waiting: ((answer: Answer<string>) => void)[] = [];
    const came: string[] = [];
    const loaded = new Loaded<string>(
      host,
      () => new Promise((resolve) => waiting.push(resolve)),
      (value) => came.push(value),
    );
    const both = [loaded.load(), loaded.load()];
    waiting[1]?.({ ok: true, value: 'later' });
    waiting[0]?.({ ok: true, value: 'earlier' });
    await Promise.all(both);
    expect([loaded.value, came]).toEqual(['later', ['later']]);
  });

  it('adds a next page to what is there, and not to what was asked for since', async () => {
    const loaded = new Loaded<string>(host, async () => ({ ok: true, value: 'a' }));
    const page = async (): Promise<Answer<string>> => ({ ok: true, value: 'b' });
    const join = (before: string, more: string) => before + more;
    await loaded.load();
    await loaded.add(page(), join);
    expect(loaded.value).toBe('ab');
    const late = loaded.add(page(), join);
    loaded.set('c');
    await late;
    expect(loaded.value).toBe('c');
  });
});
