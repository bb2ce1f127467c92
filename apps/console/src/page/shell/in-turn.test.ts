import { expect, it } from 'vitest';
import { InTurn } from './in-turn.js';

it('begins nothing before what came earlier has ended, well or not', async () => {
  const turns = new InTurn();
  const seen: string[] = [];
  const act = (name: string) => async () => {
    seen.push(`${name} begins`);
    await new Promise(setImmediate);
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error(name);
    return name;
  };
  const ends = await Promise.allSettled(['a', 'b', 'c'].map((name) => turns.run(act(name))));
  expect(ends).toMatchObject([{ value: 'a' }, { reason: { message: 'b' } }, { value: 'c' }]);
  expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
