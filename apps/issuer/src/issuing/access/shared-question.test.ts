import { describe, expect, it } from 'vitest';
import { sharedQuestion } from './shared-question.js';

/** Questions that are answered when they are told to. */
function slowly() {
  const asked: { readonly key: string; readonly answer: (value: string) => void; readonly fail: (error: Error) => void }[] = [];
  const ask = sharedQuestion((key: string) => new Promise<string>((answer, fail) => void asked.push({ key, answer, fail })));
  return { ask, asked };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a question that several have', () => {
  it('is asked at once for the first, and once more for all who came meanwhile', async () => {
    const { ask, asked } = slowly();
    const [first, second, third] = [ask('a'), ask('a'), ask('a')];
    expect(asked).toHaveLength(1);
    asked[0]?.answer('before');
    expect(await first).toBe('before');
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.answer('after');
    expect(await Promise.all([second, third])).toEqual(['after', 'after']);
    await settled();
    void ask('a');
    expect(asked).toHaveLength(3);
  });

  it('is never answered with what was read before it was asked', async () => {
    let value = 'stands';
    const ask = sharedQuestion(async () => {
      const read = value;
      await settled();
      return read;
    });
    const early = ask('key');
    value = 'revoked';
    expect(await Promise.all([early, ask('key'), ask('key')])).toEqual(['stands', 'revoked', 'revoked']);
  });

  it('is asked again after it failed, and does not wait for another one', async () => {
    const { ask, asked } = slowly();
    const [first, second, other] = [ask('a'), ask('a'), ask('b')];
    expect(asked.map(({ key }) => key)).toEqual(['a', 'b']);
    asked[0]?.fail(new Error('lost'));
    await expect(first).rejects.toThrow('lost');
    await settled();
    asked[2]?.answer('there');
    asked[1]?.answer('too');
    expect([await second, await other]).toEqual(['there', 'too']);
  });
});
