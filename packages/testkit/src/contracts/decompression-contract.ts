import type { Ports } from '@proofmark/verifying';
import type { TestApi } from './test-api.js';

async function compress(format: 'gzip' | 'deflate', data: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([data as BlobPart]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * What `gunzip` and `inflate` of every host must do.
 *
 * @param make gives the ports under test
 * @param options.strictEnd false where the host's own streams overlook what follows the end (Node's, unlike browsers'); true by default
 */
export function decompressionContract(
  { describe, it, expect }: TestApi,
  make: () => Pick<Ports, 'gunzip' | 'inflate'>,
  options: { strictEnd?: boolean } = {},
): void {
  const text = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at) % 251);

  describe.each([
    ['gunzip', 'gzip', 'deflate'],
    ['inflate', 'deflate', 'gzip'],
  ] as const)('%s', (method, format, other) => {
    it('gives back what was compressed, up to the cap and not a byte more', async () => {
      const data = await compress(format, text);
      expect(await make()[method](data, text.length)).toEqual(text);
      expect(await make()[method](data, text.length - 1)).toBeNull();
      expect(await make()[method](await compress(format, new Uint8Array()), 0)).toEqual(new Uint8Array());
    });

    it('refuses what is not its format, is cut short or bent', async () => {
      const data = await compress(format, text);
      const bent = Uint8Array.from(data, (byte, at) => (at === data.length - 6 ? byte ^ 1 : byte));
      for (const wrong of [new Uint8Array(), text, data.slice(0, -1), bent, await compress(other, text)])
        expect((await make()[method](wrong, 1_000_000))?.length).toBeUndefined();
    });

    it.skipIf(options.strictEnd === false)('refuses data that goes on after its end', async () => {
      const data = await compress(format, text);
      for (const tail of [[0], [0x78, 0x78], [...data]])
        expect((await make()[method](Uint8Array.from([...data, ...tail]), 1_000_000))?.length).toBeUndefined();
    });

    it('stops at the cap of a bomb', async () => {
      const bomb = await compress(format, new Uint8Array(32 * 1024 * 1024));
      expect(await make()[method](bomb, 16 * 1024)).toBeNull();
    });
  });
}
