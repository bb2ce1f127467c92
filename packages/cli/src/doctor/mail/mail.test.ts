import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../cli.fixture.js';
import type { Finding } from '../finding.js';
import type { AskTexts } from './dns.js';
import { examineMail } from './examine-mail.js';
import { type Said, type TextServer, textServer } from './text-server.fixture.js';

const keyOf = (bits: number): string =>
  generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const KEY = `v=DKIM1; k=rsa; p=${keyOf(2048)}`;
const GOOD: Readonly<Record<string, Said>> = {
  'school.example': ['something else', 'v=spf1 include:mail.example ip4:192.0.2.1 ~all'],
  'mail.example': ['v=spf1 ip4:198.51.100.0/24 -all'],
  'all.example': ['v=spf1 all'],
  'open.example': ['v=spf1 a ?all'],
  'school.example.spf.example': ['v=spf1 +all'],
  's1._domainkey.school.example': [KEY],
  '_dmarc.school.example': ['v=DMARC1; p=quarantine; rua=mailto:dmarc@school.example'],
};

let server: TextServer;
let records: Record<string, Said>;
beforeAll(async () => {
  server = await textServer((name) => records[name] ?? 'no-such-name');
});
beforeEach(() => {
  records = { ...GOOD };
});
afterAll(() => server.close());

async function doctor(
  ...more: string[]
): Promise<{ readonly code: number; readonly found: readonly string[]; readonly findings: readonly Finding[] }> {
  const args = ['--mail-from', 'school.example', '--dns-server', server.address, '--json', ...more];
  const { code, out } = await run('doctor', ...args);
  const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
  return { code, findings, found: findings.map(({ id, state }) => `${id} ${state}`) };
}
const withKey = () => doctor('--dkim-selector', 's1');

describe('the doctor for the mail of a domain', () => {
  it('finds nothing wrong where SPF, DKIM and DMARC are set up, over real messages of the DNS', async () => {
    const { code, found } = await withKey();
    expect([code, found]).toEqual([0, ['spf ok', 'spf-record note', 'dkim ok', 'dmarc ok']]);
  });

  it('takes a whole address of a sender, and prints text with what to do', async () => {
    records['school.example'] = 'no-such-name';
    const { code, out } = await run('doctor', '--mail-from', 'Badges <badges@School.example'.slice(8), '--dns-server', server.address);
    expect(code).toBe(1);
    expect(out).toContain('Mail from school.example');
    expect(out).toContain('✗ school.example has no SPF record');
    expect(out).toContain('· DKIM was not looked at');
    expect(out.trimEnd().split('\n').at(-1)).toBe('Receivers may refuse this mail or take it for spam: see the lines marked ✗.');
  });

  it.each<[string, string, Said, string]>([
    ['no SPF', 'school.example', 'no-such-name', 'spf problem'],
    ['records without SPF', 'school.example', ['v=spf10 all'], 'spf problem'],
    ['two records of SPF', 'school.example', ['v=spf1 -all', 'v=spf1 ~all'], 'spf-several problem'],
    ['SPF for everybody', 'school.example', ['v=spf1 +all'], 'spf-everybody problem'],
    ['SPF for everybody in another spelling', 'school.example', ['V=SPF1 ALL'], 'spf-everybody problem'],
    ['SPF that decides nothing', 'school.example', ['v=spf1 a ?all'], 'spf note'],
    ['SPF without an end', 'school.example', ['v=spf1 a'], 'spf note'],
    ['SPF that is strict', 'school.example', ['v=spf1 a -all'], 'spf ok'],
    ['SPF of another domain', 'school.example', ['v=spf1 redirect=mail.example'], 'spf ok'],
    ['an include that lets everybody through', 'mail.example', ['v=spf1 +all'], 'spf-everybody problem'],
    ['an include that leads to everybody', 'mail.example', ['v=spf1 redirect=all.example'], 'spf-everybody problem'],
    ['an include of an include of everybody', 'mail.example', ['v=spf1 include:all.example -all'], 'spf-everybody problem'],
    ['an include of everybody that is refused', 'school.example', ['v=spf1 -include:all.example ~all'], 'spf ok'],
    ['an include of everybody behind all', 'school.example', ['v=spf1 -all include:all.example'], 'spf ok'],
    ['a redirect to everybody', 'school.example', ['v=spf1 redirect=all.example'], 'spf-everybody problem'],
    ['a redirect to what decides nothing', 'mail.example', ['v=spf1 redirect=open.example'], 'spf ok'],
    ['a redirect of the domain to what decides nothing', 'school.example', ['v=spf1 redirect=open.example'], 'spf note'],
    ['a redirect to a name of this very domain', 'school.example', ['v=spf1 redirect=%{d}.spf.example'], 'spf-everybody problem'],
    ['a redirect to a name of the sender', 'mail.example', ['v=spf1 redirect=%{O}.spf.example'], 'spf-everybody problem'],
    ['a redirect that depends on the mail', 'school.example', ['v=spf1 redirect=%{i}.spf.example'], 'spf unknown'],
    ['an include that depends on the mail', 'mail.example', ['v=spf1 include:%{i}.spf.example -all'], 'spf ok'],
    ['SPF with a slip', 'school.example', ['v=spf1 inlcude:mail.example -all'], 'spf-malformed problem'],
    ['an include that is not there', 'mail.example', 'no-such-name', 'spf-include problem'],
    ['an include that cannot be asked', 'mail.example', 'fault', 'spf-include unknown'],
    ['more than ten questions', 'school.example', [`v=spf1 ${'a:x.example '.repeat(11)}-all`], 'spf-lookups problem'],
    ['an include that includes itself', 'mail.example', ['v=spf1 include:mail.example -all'], 'spf-lookups problem'],
    ['SPF that cannot be asked', 'school.example', 'fault', 'spf unknown'],
    ['no DKIM key', 's1._domainkey.school.example', 'no-such-name', 'dkim problem'],
    ['two DKIM keys', 's1._domainkey.school.example', [KEY, KEY], 'dkim-several problem'],
    ['a DKIM key that was revoked', 's1._domainkey.school.example', ['v=DKIM1; p='], 'dkim-revoked problem'],
    ['a DKIM key that is none', 's1._domainkey.school.example', ['v=DKIM1; p=AAAA'], 'dkim-malformed problem'],
    ['a DKIM record without a key', 's1._domainkey.school.example', ['v=DKIM1; k=rsa'], 'dkim-malformed problem'],
    ['a DKIM key of another version', 's1._domainkey.school.example', ['v=DKIM2; p=AAAA'], 'dkim-malformed problem'],
    ['a DKIM key that is too short', 's1._domainkey.school.example', [`p=${keyOf(768)}`], 'dkim-short problem'],
    ['a DKIM key that is rather short', 's1._domainkey.school.example', [`p=${keyOf(1024)}`], 'dkim-short note'],
    ['a DKIM key of Ed25519', 's1._domainkey.school.example', [`k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`], 'dkim ok'],
    ['a DKIM key that is tried out', 's1._domainkey.school.example', [KEY.replace('k=rsa', 't=y:s')], 'dkim-testing note'],
    ['a DKIM key that cannot be asked', 's1._domainkey.school.example', 'fault', 'dkim unknown'],
    ['no DMARC', '_dmarc.school.example', 'no-such-name', 'dmarc problem'],
    ['DMARC that lets all through', '_dmarc.school.example', ['v=DMARC1; p=none; rua=mailto:x@school.example'], 'dmarc note'],
    ['DMARC without reports', '_dmarc.school.example', ['v=DMARC1; p=reject'], 'dmarc-reports note'],
    ['DMARC without a policy', '_dmarc.school.example', ['v=DMARC1; rua=mailto:x@school.example'], 'dmarc-malformed problem'],
    ['two records of DMARC', '_dmarc.school.example', ['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'dmarc-several problem'],
    ['DMARC with blanks', '_dmarc.school.example', ['v = DMARC1 ; p=reject; rua=mailto:x@school.example'], 'dmarc ok'],
    ['DMARC of no version that there is', '_dmarc.school.example', ['v=dmarc1; p=reject'], 'dmarc problem'],
    ['DMARC that cannot be asked', '_dmarc.school.example', 'fault', 'dmarc unknown'],
  ])('reports %s', async (_, name, said, expected) => {
    records[name] = said;
    const { code, found, findings } = await withKey();
    expect(found).toContain(expected);
    expect(code).toBe(found.some((one) => one.endsWith('problem')) ? 1 : expected.endsWith('unknown') ? 2 : 0);
    for (const { state, remedy } of findings) if (state !== 'ok') expect(remedy).toMatch(/\w.*[.]$/);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'that of the organisation, not the nearest',
      { 'b.school.example': 'p=none', 'school.example': 'p=reject' },
      'school.example (reject)',
    ],
    [
      'what that says of domains below it',
      { 'b.school.example': 'p=none', 'school.example': 'p=none; sp=reject' },
      'school.example (reject)',
    ],
    ['its own before all others', { 'a.b.school.example': 'p=quarantine', 'school.example': 'p=none' }, 'a.b.school.example (quarantine)'],
    [
      'one that says to be that of an organisation',
      { 'b.school.example': 'p=reject; psd=n', 'school.example': 'p=none' },
      'b.school.example (reject)',
    ],
    ['that below a public suffix', { 'school.example': 'p=reject', example: 'p=none; psd=y' }, 'school.example (reject)'],
    [
      'that of the public suffix where the organisation has none',
      { 'b.school.example': 'p=none', example: 'p=reject; psd=y' },
      'example (reject)',
    ],
  ])('takes of several records of DMARC above a domain %s', async (_, said, expected) => {
    records['a.b.school.example'] = ['v=spf1 -all'];
    delete records['_dmarc.school.example'];
    for (const [place, text] of Object.entries(said)) records[`_dmarc.${place}`] = [`v=DMARC1; ${text}; rua=mailto:x@school.example`];
    const { out } = await run('doctor', '--mail-from', 'a.b.school.example', '--dns-server', server.address, '--json');
    const [, place, policy] = /^(\S+) \((\w+)\)$/.exec(expected) ?? [];
    expect((JSON.parse(out).findings as readonly Finding[]).filter(({ id }) => id === 'dmarc')).toEqual([
      { id: 'dmarc', state: 'ok', text: `DMARC of ${place} says what becomes of forged mail (${policy}).` },
    ]);
  });

  it('finds DMARC of a domain above, by what that says of the domains below it', async () => {
    records['badges.school.example'] = ['v=spf1 -all'];
    records['_dmarc.school.example'] = ['v=DMARC1; p=reject; sp=none; rua=mailto:x@school.example'];
    const { out } = await run('doctor', '--mail-from', 'badges.school.example', '--dns-server', server.address, '--json');
    expect(JSON.parse(out).findings).toContainEqual(expect.objectContaining({ id: 'dmarc', state: 'note' }));
  });

  it('asks a bounded number of names, whatever they say', async () => {
    const asked: string[] = [];
    const ask: AskTexts = async (name) => {
      asked.push(name);
      return {
        kind: 'texts',
        texts: [`v=spf1 ${Array.from({ length: 50 }, (_, n) => `include:${n}.${name}`.slice(0, 60)).join(' ')} -all`],
      };
    };
    const findings = await examineMail(`${'a.'.repeat(60)}example`, [], ask);
    expect(findings.map(({ id }) => id)).toContain('spf-lookups');
    expect(asked.length).toBeLessThan(40);
  });

  it('does not take silence for an answer', async () => {
    for (const name of Object.keys(records)) records[name] = 'silence';
    const { code, found } = await withKey();
    expect([code, found]).toEqual([2, ['spf unknown', 'dkim unknown', 'dmarc unknown']]);
  });

  it.each([
    [[]],
    [['--mail-from', 'school']],
    [['--mail-from', 'a b.example']],
    [['--mail-from', 'school.example', '--dns-server', 'nonsense']],
    [['--mail-from', 'school.example', '--dkim-selector', 'a b']],
  ])('ends with 64 on wrong usage: %j', async (args) => {
    expect((await run('doctor', ...args)).code).toBe(64);
  });
});
