import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { publicAnswer } from '../http/answer.js';
import { documentMemory, type MadeDocument } from './memory.js';

function made(body: string | Uint8Array, tags: readonly string[] = [], more: Partial<MadeDocument> = {}): MadeDocument {
  const answer = publicAnswer({ body, contentType: 'application/json', cacheControl: 'no-cache' });
  return { answer, route: '/', tags: new Set(tags), until: null, keep: true, varies: false, ...more };
}
const textOf = (document: { readonly answer: { readonly body: Uint8Array } } | null): string | null =>
  document === null ? null : Buffer.from(document.answer.body).toString('utf8');

/** A memory, and how often something was made for it. */
function counted(maxBytes = 1_000_000, now?: () => number, ticks: (() => number) | undefined = now) {
  const memory = documentMemory({ maxBytes, ...(now === undefined ? {} : { now }), ...(ticks === undefined ? {} : { ticks }) });
  const count = { made: 0 };
  const get = (address: string, one: MadeDocument | Promise<MadeDocument>, variant = '') =>
    memory.get(address, variant, async () => {
      count.made += 1;
      return one;
    });
  return { memory, get, count };
}

describe('documents in memory', () => {
  it('are made once, also when many ask for one at the same time', async () => {
    const { get, count } = counted();
    const all = await Promise.all(Array.from({ length: 50 }, () => get('/a', made('{"a":1}'))));
    expect([new Set(all).size, count.made]).toEqual([1, 1]);
    expect(await get('/a', made('{"a":2}'))).toBe(all[0]);
    expect(count.made).toBe(1);
  });

  it('are made anew after an hour, or when they turn, also when the clock was set back meanwhile', async () => {
    let [now, elapsed] = [Date.parse('2026-11-29T12:00:00Z'), 0];
    const { memory, get } = counted(
      1_000_000,
      () => now,
      () => elapsed,
    );
    await get('/for-good', made('1'));
    await get('/turns', made('2', [], { until: now + 60_000 }));
    now -= 24 * 3_600_000;
    elapsed += 59_000;
    expect(['/for-good', '/turns'].map((address) => textOf(memory.find(address, '')))).toEqual(['1', '2']);
    elapsed += 2000;
    expect(['/for-good', '/turns'].map((address) => textOf(memory.find(address, '')))).toEqual(['1', null]);
    elapsed += 3_600_000;
    expect(memory.find('/for-good', '')).toBeNull();
  });

  it('turn when it is time by the clock, however little time went by in the process', async () => {
    let now = Date.parse('2026-11-29T12:00:00Z');
    const { memory, get } = counted(
      1_000_000,
      () => now,
      () => 0,
    );
    await get('/turns', made('2', [], { until: now + 60_000 }));
    now += 60_000;
    expect(memory.find('/turns', '')).toBeNull();
  });

  it('are forgotten when something changes that they show, and nothing else is', async () => {
    const { memory, get } = counted();
    await get('/a', made('"a"', ['credential 1', 'issuer 1']));
    await get('/b', made('"b"', ['credential 2', 'issuer 1']));
    await get('/c', made('"c"', ['issuer 2']));
    memory.drop(new Set(['credential 1']));
    expect(['/a', '/b', '/c'].map((address) => textOf(memory.find(address, '')))).toEqual([null, '"b"', '"c"']);
    memory.drop(new Set(['issuer 1']));
    expect(['/a', '/b', '/c'].map((address) => textOf(memory.find(address, '')))).toEqual([null, null, '"c"']);
    memory.clear();
    expect([textOf(memory.find('/c', '')), memory.size()]).toEqual([null, 0]);
  });

  it.each(['drop', 'clear'] as const)('are not kept when what they show changed while they were made (%s)', async (how) => {
    const { memory, get, count } = counted();
    let go = (_: MadeDocument): void => undefined;
    const waiting = new Promise<MadeDocument>((resolve) => {
      go = resolve;
    });
    const early = get('/a', waiting);
    if (how === 'drop') memory.drop(new Set(['credential 1']));
    else memory.clear();
    // Who asks after the change does not wait for what was read before it.
    const late = await get('/a', made('"new"', ['credential 1']));
    go(made('"old"', ['credential 1']));
    expect([textOf(await early), textOf(late), textOf(memory.find('/a', '')), count.made]).toEqual(['"old"', '"new"', '"new"', 2]);
  });

  it('are kept when something else changed meanwhile', async () => {
    const { memory, get } = counted();
    const making = get('/a', made('"a"', ['credential 1']));
    memory.drop(new Set(['credential 2']));
    await making;
    expect(textOf(memory.find('/a', ''))).toBe('"a"');
  });

  it('take no more room than they may, whatever is asked for, their compressed forms included', async () => {
    const { memory, get } = counted(200_000);
    for (let n = 0; n < 2000; n += 1) {
      const document = await get(
        `/credentials/${n}`,
        made(JSON.stringify({ n, text: 'word '.repeat(400 + (n % 50)) }), [`credential ${n}`]),
      );
      await document.form(n % 2 === 0 ? 'br' : 'gzip');
      expect(memory.size()).toBeLessThanOrEqual(200_000);
    }
    expect(memory.size()).toBeGreaterThan(100_000);
    expect([textOf(memory.find('/credentials/0', '')), textOf(memory.find('/credentials/1999', ''))?.length]).toEqual([
      null,
      expect.any(Number),
    ]);
    memory.clear();
    expect(memory.size()).toBe(0);
  });

  it('leave in the order of their last use', async () => {
    const { memory, get } = counted(40_000);
    for (const address of ['/a', '/b']) await get(address, made('x'.repeat(2000)));
    for (let n = 0; n < 20; n += 1) {
      expect(memory.find('/a', '')).not.toBeNull();
      await get(`/${n}`, made(`${n}`.padStart(2000, 'x')));
    }
    expect([memory.find('/a', '') === null, memory.find('/b', '') === null]).toEqual([false, true]);
  });

  it('are not kept when they are refusals, too large, or the memory is switched off', async () => {
    const { memory, get } = counted(100_000);
    await get('/a', made('"a"', [], { keep: false }));
    await get('/b', made('x'.repeat(20_000)));
    expect([memory.find('/a', ''), memory.find('/b', ''), memory.size()]).toEqual([null, null, 0]);
    const off = counted(0);
    await off.get('/a', made('"a"'));
    expect(off.memory.find('/a', '')).toBeNull();
  });

  it('are several at one address where they depend on what the client likes, and one where they are the same', async () => {
    const { memory, get } = counted();
    const json = await get('/a', made('"json"', [], { varies: true }), '1');
    const page = await get('/a', made('"page"', [], { varies: true }), '2');
    expect(await get('/a', made('"json"', [], { varies: true }), '3')).toBe(json);
    expect(['1', '2', '3', '4'].map((variant) => memory.find('/a', variant))).toEqual([json, page, json, null]);
    const before = memory.size();
    await get('/a', made('"json"', [], { varies: true }), '5');
    expect(memory.size()).toBe(before);
    for (let n = 0; n < 1000; n += 1) await get('/a', made(`"${n}"`, [], { varies: true }), `v${n}`);
    expect(memory.size()).toBeLessThan(1_000_000);
  });

  it('end when they say so, and after an hour', async () => {
    let now = 1000;
    const { memory, get } = counted(1_000_000, () => now);
    await get('/a', made('"a"', [], { until: 5000 }));
    await get('/b', made('"b"'));
    now = 4999;
    expect(memory.find('/a', '')).not.toBeNull();
    now = 5000;
    expect([memory.find('/a', ''), textOf(memory.find('/b', ''))]).toEqual([null, '"b"']);
    now = 1000 + 3_600_000;
    expect([memory.find('/b', ''), memory.size()]).toEqual([null, 0]);
  });

  it('fail for all who wait, and are tried again by the next', async () => {
    const { memory, count } = counted();
    const failing = () => memory.get('/a', '', () => Promise.reject(new Error('away')));
    expect((await Promise.allSettled([failing(), failing()])).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await memory.get('/a', '', async () => made('"a"'));
    expect([textOf(memory.find('/a', '')), count.made]).toEqual(['"a"', 0]);
  });

  it('are gone with their bytes once they are forgotten', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const memory = documentMemory({ maxBytes: 1_000_000 });
    const kept = async (address: string): Promise<WeakRef<object>[]> => {
      const document = await memory.get(address, '', async () =>
        made(JSON.stringify({ text: 'a person '.repeat(500) }), [`credential ${address}`]),
      );
      const packed = await document.form('gzip');
      return [new WeakRef(document.answer.body.buffer), new WeakRef(packed.body.buffer)];
    };
    const [first, second] = [await kept('1'), await kept('2')];
    memory.drop(new Set(['credential 1']));
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    expect(first.map((bytes) => bytes.deref())).toEqual([undefined, undefined]);
    expect(second.every((bytes) => bytes.deref() !== undefined)).toBe(true);
  });
});
