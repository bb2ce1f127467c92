import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonIn } from './json-request.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'proofmark-request-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array): Promise<unknown> {
  const file = join(folder, 'request.json');
  await writeFile(file, content);
  return jsonIn(file);
}

describe('a request in a file', () => {
  it('is read as JSON', async () => expect(await read('{"recipient":{}}')).toEqual({ recipient: {} }));

  it('is refused with the line and column where it stops being JSON', () =>
    expect(read('{\n  "recipient": {},\n}')).rejects.toThrow(/request\.json is not JSON: see line 3, column 1\.$/));

  it('is refused when it is not in UTF-8', () => expect(read(Uint8Array.of(0x22, 0xff, 0x22))).rejects.toThrow(/not in UTF-8; save it so/));
});
