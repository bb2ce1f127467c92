import type { JsonObject } from '@proofmark/schemas';
import { type LoopbackServer, loopbackServer, sampleBadge } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const badge = await sampleBadge();
const { id } = badge.issuer as { id: string };
const genuine = await write('genuine.json', JSON.stringify(badge));
const registry = (entries: JsonObject): string => JSON.stringify({ meta: {}, registry: entries });
const LISTED = registry({ [id]: { name: 'Acme Academy Ltd', url: 'https://acme.example' } });

let server: LoopbackServer;
const pages: Readonly<Record<string, string>> = {
  '/registry.json': LISTED,
  '/empty.json': registry({}),
  '/list.txt': `# schools\n${id}\n`,
  '/page': '<!doctype html><title>Not found</title>',
};
beforeAll(async () => {
  server = await loopbackServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 500 : 200, { 'content-type': 'application/json' }).end(page);
  });
});
afterAll(() => server.close());

const verify = (...trust: string[]) =>
  run('verify', '--json', '--at', '2026-11-23T00:00:00Z', ...trust.flatMap((place) => ['--trust', place]), genuine);
const trusted = async (...trust: string[]) => {
  const { out, code } = await verify(...trust);
  const { verdict, checks } = JSON.parse(out);
  return { code, verdict, trusted: checks['issuer-trusted'] };
};
const at = (path: string): string => `${server.origin}${path}`;

describe('--trust', () => {
  it('takes a registry from a file, and shows its name for the issuer instead of the badge’s own', async () => {
    const file = await write('registry.json', LISTED);
    expect(await trusted(file)).toEqual({
      code: 0,
      verdict: 'genuine-issuer-confirmed',
      trusted: { outcome: 'passed', detail: { registry: file, name: 'Acme Academy Ltd' } },
    });
    const { out } = await run('verify', '--offline', '--at', '2026-11-23T00:00:00Z', '--trust', file, genuine);
    expect(out).toContain(`Issuer: “Acme Academy Ltd”, says ${file}`);
    expect(out).toContain(`✓ Genuine, and ${file} confirms the issuer`);
    expect(out).not.toContain('says it is “Acme Academy”');
  });

  it('takes a registry, and a list, from an address', async () => {
    expect(await trusted(at('/registry.json'))).toMatchObject({
      trusted: { outcome: 'passed', detail: { registry: at('/registry.json') } },
    });
    expect(await trusted(at('/list.txt'))).toMatchObject({ trusted: { outcome: 'passed', detail: { entry: id } } });
    expect(await trusted(id)).toMatchObject({ trusted: { outcome: 'passed', detail: { entry: id } } });
  });

  it('takes a list of known registries, in their order', async () => {
    const known = [
      { name: 'Nobody', url: at('/empty.json') },
      { name: 'Schools', type: 'dcc-legacy', url: at('/registry.json') },
    ];
    const file = await write('known.json', JSON.stringify(known));
    expect(await trusted(file)).toMatchObject({
      trusted: { outcome: 'passed', detail: { registry: 'Schools', name: 'Acme Academy Ltd' } },
    });
  });

  it('may be given several times', async () => {
    const list = await write('list.json', JSON.stringify(['did:web:else.example', 'https://acme.example/']));
    expect(await trusted(list)).toMatchObject({ verdict: 'genuine-issuer-unknown', trusted: { code: 'issuer-not-listed' } });
    expect(await trusted(list, at('/registry.json'))).toMatchObject({ verdict: 'genuine-issuer-confirmed' });
  });

  it.each([
    ['does not answer', '/gone'],
    ['answers with a page', '/page'],
  ])('leaves the question open, and names the address, when it %s', async (_, path) => {
    const answer = await trusted(at(path), at('/empty.json'));
    expect(answer.code).toBe(0);
    expect(answer.trusted).toEqual({ outcome: 'unknown', code: 'registry-unreachable', detail: { registries: [at(path)] } });
  });

  it('leaves the question open without a network', async () => {
    const { out } = await run('verify', '--json', '--offline', '--at', '2026-11-23T00:00:00Z', '--trust', at('/registry.json'), genuine);
    expect(JSON.parse(out).checks['issuer-trusted']).toMatchObject({ outcome: 'unknown', code: 'registry-unreachable' });
  });

  it.each([
    ['an empty file', ''],
    ['prose', 'Trust me, I am a school.'],
    ['a list of numbers', '[1, 2]'],
    ['other data', '{"issuers": []}'],
    ['a registry that is a list', '{"registry": []}'],
    ['broken JSON', '["did:web:a.example"'],
  ])('ends with 64 and one sentence for a file that holds %s', async (name, text) => {
    const { code, err, out } = await verify(await write(`${name.replaceAll(' ', '-')}.txt`, text));
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(/is no list of trusted issuers/);
  });
});
