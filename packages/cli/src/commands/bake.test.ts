import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { sampleBadge } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const text = JSON.stringify(await sampleBadge({ name: 'Straße 日本 🎓 ]]>' }));
const badge = await write('badge.json', text);
const png = await write('plain.png', pixel());
const svg = await write('plain.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
const at = (name: string): string => badge.replace('badge.json', name);

describe('bake and unbake', () => {
  it.each([
    ['PNG', png, 'baked.png'],
    ['SVG', svg, 'baked.svg'],
  ])('carry a badge through a %s unchanged', async (_, image, name) => {
    expect(await run('bake', badge, image, '-o', at(name))).toMatchObject({ code: 0, err: '' });
    expect((await run('unbake', at(name))).out.trimEnd()).toBe(text);
    expect((await run('unbake', at(name), '-o', at(`${name}.json`))).code).toBe(0);
    expect(await readFile(at(`${name}.json`), 'utf8')).toBe(text);
    expect((await run('verify', '--offline', at(name))).code).toBe(0);
  });

  it('keep an existing file by default', async () => {
    const kept = await write('kept.png', 'mine');
    expect(await run('bake', badge, png, '-o', kept)).toMatchObject({ code: 64, err: expect.stringContaining('exists already') });
    expect(await readFile(kept, 'utf8')).toBe('mine');
    expect((await run('bake', badge, png, '-o', kept, '--force')).code).toBe(0);
  });

  it('report an image without a badge, and a text that is no image', async () => {
    expect(await run('unbake', png)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('holds no badge') });
    expect(await run('unbake', badge)).toMatchObject({ code: 1, err: expect.stringContaining('is not an SVG') });
  });

  it('refuse to bake what is no badge', async () => {
    const other = await write('other.json', '{"hello":"world"}');
    expect(await run('bake', other, png, '-o', at('never.png'))).toMatchObject({ code: 64 });
  });

  it('refuse a badge and an SVG that are not UTF-8', async () => {
    const broken = await write('broken.json', Buffer.from(text.replace('Straße', 'Stra\xdfe'), 'latin1'));
    expect(await run('bake', broken, png, '-o', at('never.png'))).toMatchObject({ code: 64 });
    const picture = await write('latin1.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><title>\xdf</title></svg>', 'latin1'));
    expect(await run('bake', badge, picture, '-o', at('never.svg'))).toMatchObject({ code: 1 });
  });

  it('bake a badge without the byte order mark that its file begins with', async () => {
    const marked = await write('marked.json', `\ufeff${text}`);
    expect(await run('bake', marked, png, '-o', at('unmarked.png'))).toMatchObject({ code: 0 });
    expect((await run('unbake', at('unmarked.png'))).out.trimEnd()).toBe(text);
  });
});

/** The smallest picture: one grey pixel. */
function pixel(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc(body), body.length + 4);
    return whole;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}
