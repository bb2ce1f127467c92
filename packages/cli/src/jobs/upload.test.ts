import { appendFile } from 'node:fs/promises';
import type { IssuanceJobOptions } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';
import { UsageError } from '../usage-error.js';
import { keyOfUpload } from './settings.js';
import { bytesOf, openUploadFile } from './upload-file.js';

const file = await scratch();

describe('keyOfUpload', () => {
  const options: IssuanceJobOptions = { achievementId: 'a', mode: 'issue', columns: { Mail: 'email', Kurs: null } };
  it('is the same for the same file and settings, in any order', () => {
    const columns = { Kurs: null, Mail: 'email' };
    expect(keyOfUpload('d', { columns, mode: 'issue', achievementId: 'a' })).toBe(keyOfUpload('d', options));
    expect(keyOfUpload('d', options)).toMatch(/^file-[0-9a-f]{48}$/);
  });
  it('is another for another file, achievement or setting', () => {
    const others = [
      keyOfUpload('e', options),
      keyOfUpload('d', { ...options, achievementId: 'b' }),
      keyOfUpload('d', { ...options, mode: 'validate' }),
      keyOfUpload('d', { ...options, onDuplicate: 'allow' }),
      keyOfUpload('d', { ...options, columns: { Mail: 'email', Kurs: 'name' } }),
      keyOfUpload('d', { ...options, columns: undefined }),
    ];
    expect(new Set([keyOfUpload('d', options), ...others]).size).toBe(7);
  });
});

describe('openUploadFile', () => {
  it.each([
    ['rows.csv', 'email\n', 'text/csv'],
    ['rows.tsv', 'email\n', 'text/csv'],
    ['rows.ndjson', '{}\n', 'application/x-ndjson'],
    ['rows.JSONL', '{}\n', 'application/x-ndjson'],
    ['renamed.csv', 'PK\u0003\u0004…', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('knows what %s is', async (name, content, type) => {
    expect(await openUploadFile(await file(name, content))).toMatchObject({ type });
  });
  it.each([
    ['old.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel workbook.*CSV UTF-8/],
    ['table.ods', 'PK\u0003\u0004', /OpenDocument/],
    ['text.xlsx', 'email\n', /no Excel workbook/],
    ['rows.json', '[]', /one object a line/],
  ])('says what %s is instead', async (name, content, said) => {
    await expect(openUploadFile(await file(name, content))).rejects.toThrow(said);
    await expect(openUploadFile(await file(name, content))).rejects.toBeInstanceOf(UsageError);
  });
  it('says that there is no such file, and that standard input cannot be read twice', async () => {
    await expect(openUploadFile('/nowhere/rows.csv')).rejects.toThrow(/^There is no file \/nowhere\/rows\.csv\.$/);
    await expect(openUploadFile('/')).rejects.toThrow(/folder/);
    await expect(openUploadFile('-')).rejects.toThrow(/read twice/);
  });
});

describe('bytesOf', () => {
  const read = async (stream: ReturnType<typeof bytesOf>): Promise<string> => {
    let text = '';
    for await (const piece of stream) text += Buffer.from(piece).toString();
    return text;
  };
  it('hands on the whole file and counts it', async () => {
    const content = `email\n${'ada@example.org\n'.repeat(20_000)}`;
    const upload = await openUploadFile(await file('whole.csv', content));
    const sent: number[] = [];
    expect(await read(bytesOf(upload, { sent: (count) => sent.push(count), failed: () => undefined }))).toBe(content);
    expect(sent.at(-1)).toBe(content.length);
  });
  it('breaks off a file that was changed since it was looked at, before its end', async () => {
    const path = await file('changed.csv', 'email\nada@example.org\n');
    const upload = await openUploadFile(path);
    await appendFile(path, 'eve@example.org\n');
    const faults: unknown[] = [];
    await expect(read(bytesOf(upload, { sent: () => undefined, failed: (error) => faults.push(error) }))).rejects.toThrow(/was changed/);
    expect(faults).toHaveLength(1);
  });
});

describe('proofmark issue, without a service', () => {
  it.each([
    [['--map', 'email'], /E-Mail-Adresse=email/],
    [['--map', 'Mail=mail'], /one of email, did/],
    [['--on-duplicate', 'double'], /refuse, return, supersede, allow/],
    [['--wait', 'long'], /number of seconds/],
    [['--email', 'ada@example.org'], /cannot be used with/],
  ])('refuses %j beside --csv', async (more, said) => {
    const { code, err } = await run('issue', '--achievement', 'a', '--csv', await file('a.csv', 'email\n'), ...more);
    expect(code).toBe(64);
    expect(err).toMatch(said);
  });
  it.each([
    [['--email', 'ada@example.org'], /--achievement and its id/],
    [['--achievement', 'a', '--email', 'ada@example.org', '--validate'], /go with --csv/],
    [['--resume', 'j', '--csv', 'a.csv'], /cannot be used with/],
    [['--resume', 'j', '--validate'], /settings already/],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await run('issue', ...args);
    expect(code).toBe(64);
    expect(err).toMatch(said);
  });
  it('overwrites no file of refused rows', async () => {
    const rejects = await file('refused.csv', 'corrected by hand');
    const { code, err } = await run('issue', '--achievement', 'a', '--csv', await file('b.csv', 'email\n'), '--rejects', rejects);
    expect(code).toBe(64);
    expect(err).toMatch(/exists already/);
  });
});
