import { sampleBadge } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const badge = await sampleBadge();
const genuine = await write('genuine.json', JSON.stringify(badge));
const altered = await write('altered.json', JSON.stringify({ ...badge, name: 'Altered' }));
const expired = await write('expired.json', JSON.stringify(await sampleBadge({ validUntil: Date.UTC(2026, 10, 22, 10) })));
const empty = await write('empty.json', '');
const verify = (...args: string[]) => run('verify', '--offline', '--at', '2026-11-23T00:00:00Z', ...args);

describe('proofmark verify', () => {
  it.each([
    ['a genuine badge', [genuine], 0],
    ['an altered one among genuine ones', [genuine, altered], 1],
    ['an expired one', [expired], 1],
    ['something unreadable', [genuine, empty], 2],
    ['the worst of all kinds', [empty, altered, genuine], 1],
  ])('answers %s with its exit code', async (_, files, code) => {
    expect((await verify(...files)).code).toBe(code);
  });

  it('prints one JSON object a line, in order, with every check', async () => {
    const { out } = await verify('--json', genuine, altered, empty);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ input, verdict }) => [input, verdict])).toEqual([
      [genuine, 'genuine-issuer-unknown'],
      [altered, 'do-not-rely'],
      [empty, 'unreadable'],
    ]);
    expect(lines[0].checks.signature).toEqual({ outcome: 'passed' });
    expect(lines[1].because).toEqual(['signature']);
    expect(lines[0].checkedAt).toBe('2026-11-23T00:00:00.000Z');
  });

  it('prints as text the verdict first, and the evidence before the checks', async () => {
    const { out } = await verify(genuine);
    expect(out).toMatch(/^i Signed with a key that belongs to no web domain, unaltered\./m);
    expect(out.indexOf('The work')).toBeLessThan(out.indexOf('Checks'));
    expect(out).not.toContain('\u001b');
  });

  it('quotes no name that nobody gave', async () => {
    const { id } = badge.issuer as { id: string };
    const nameless = await write('nameless.json', JSON.stringify({ ...badge, issuer: id }));
    expect((await verify(nameless)).out).toMatch(new RegExp(`^  Issuer: ${id}$`, 'm'));
    // Of a hosted badge without an answer nothing is known but its address.
    const hosted = { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: 'https://old.example/1' };
    const { out } = await verify(await write('hosted.json', JSON.stringify(hosted)));
    expect(out).toContain('We did not use the network (old.example).');
    expect(out).not.toMatch(/The badge says|Issuer:|Valid from/);
  });

  it('tells a slip that a badge makes often only once', async () => {
    const { achievement, ...subject } = badge.credentialSubject as { achievement: object };
    const lists = { alignment: [], tag: [], related: [] };
    const listed = { ...badge, credentialSubject: { ...subject, achievement: { ...achievement, ...lists } } };
    expect((await verify(await write('listed.json', JSON.stringify(listed)))).out.match(/A list is empty.*/g)).toEqual([
      'A list is empty. (3 times)',
    ]);
  });

  it('confirms an issuer of the list that the reader trusts', async () => {
    const { id } = badge.issuer as { id: string };
    const list = await write('trusted.txt', `# schools\n${id}   # Acme\n`);
    const { out, code } = await verify('--json', '--trust', list, genuine);
    expect(JSON.parse(out).verdict).toBe('genuine-issuer-confirmed');
    expect(code).toBe(0);
  });

  it('compares the recipient, and a badge without an identity does not match', async () => {
    expect((await verify('--recipient', 'ada@example.org', genuine)).code).toBe(2);
    const identifier = (badge.credentialSubject as { id: string }).id;
    expect((await verify('--recipient', identifier, genuine)).code).toBe(0);
  });

  it.each([
    ['no file', ['verify']],
    ['an unknown option', ['verify', '--ofline', 'x']],
    ['an unknown command', ['verfy', 'x']],
    ['a file that is not there', ['verify', '--offline', '/nowhere/badge.json']],
    ['a folder', ['verify', '--offline', '/']],
    ['a time without a zone', ['verify', '--at', '2026-01-01T00:00:00', genuine]],
    ['a day that does not exist', ['verify', '--at', '2026-13-01T00:00:00Z', genuine]],
    ['a map that is no map', ['verify', '--documents', genuine, genuine]],
    ['a list that is no list', ['verify', '--offline', '--trust', '/nowhere', genuine]],
  ])('ends with 64 and one sentence for %s', async (_, args) => {
    const { code, err, out } = await run(...args);
    expect(code).toBe(64);
    expect(err.trim()).not.toBe('');
    expect(err + out).not.toMatch(/\n\s+at /);
  });

  it('lets no badge move the cursor or turn the text around', async () => {
    const hostile = await write('hostile.json', JSON.stringify(await sampleBadge({ name: 'x\u001b[2J\u202egreen\u2066' })));
    const { out } = await verify(hostile);
    for (const character of ['\u001b', '\u202e', '\u2066']) expect(out).not.toContain(character);
  });

  it('shows its help and the exit codes', async () => {
    const { code, out } = await run('verify', '--help');
    expect(code).toBe(0);
    expect(out).toContain('64 wrong usage');
  });
});
