import { pageTexts } from '@proofmark/messages/page';
import { describe, expect, it } from 'vitest';
import type { GatheredInput } from './gather-input.js';
import { PageInput } from './page-input.js';

/** The ways into a page, and what became of what was handed in. */
function page(): { readonly input: PageInput; readonly taken: string[]; readonly reading: unknown[] } {
  const taken: string[] = [];
  const reading: unknown[] = [];
  const input = new PageInput({
    onInput: ({ candidates }: GatheredInput) => {
      taken.push(candidates.map(({ from }) => from).join());
      return Promise.resolve();
    },
    onRefused: () => undefined,
    onReading: (state) => reading.push(state),
    onText: () => undefined,
    words: () => pageTexts,
  });
  return { input, taken, reading };
}

/** A file that is read once it is let go. */
function slowFile(name: string): { readonly file: File; readonly letGo: () => void } {
  let letGo: () => void = () => undefined;
  const file = new File(['{}'], name);
  const bytes = new Promise<void>((resolve) => {
    letGo = resolve;
  }).then(() => new TextEncoder().encode('{}').buffer);
  return { file: Object.assign(file, { arrayBuffer: () => bytes }), letGo };
}

describe('what is handed in while something is still being read', () => {
  it.each([
    ['files', (input: PageInput) => input.files([new File(['{}'], 'second.json')])],
    ['a text', (input: PageInput) => input.text('https://example.org/badge', true)],
    ['a code', (input: PageInput) => input.scanned('https://example.org/badge')],
  ])('takes its place: %s', async (_, hand) => {
    const { input, taken, reading } = page();
    const { file, letGo } = slowFile('first.json');
    const first = input.files([file, new File(['{}'], 'third.json')]);
    await hand(input);
    expect(taken).toHaveLength(1);
    letGo();
    await first;
    expect(taken).toHaveLength(1);
    expect(taken[0]).not.toContain('first');
    expect(reading.at(-1)).toBeNull();
  });
});
