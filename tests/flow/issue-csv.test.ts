import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IssuanceJob, IssuanceJobRow } from '@proofmark/schemas/api';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cell, row, workbook } from '../../apps/issuer/src/tables/workbook.fixture.js';
import { proofmark, type Ran } from '../support/command-line.js';
import { type Stage, startStage } from './stage.js';

let stage: Stage;
let folder: string;
let achievement: string;
let keyFile: string;

beforeAll(async () => {
  stage = await startStage();
  folder = await mkdtemp(join(tmpdir(), 'proofmark-csv-'));
  keyFile = join(folder, 'key');
  await writeFile(keyFile, `${stage.service.adminKey}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

let issuers = 0;
beforeEach(async () => {
  issuers += 1;
  const { id: issuerId } = await stage.client.issuers.create({ slug: `acme-${issuers}`, name: 'Acme Academy' });
  const criteria = { narrative: 'A working API.' };
  const definition = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' } as const;
  achievement = (await stage.client.achievements.create(definition)).id;
});

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${issuers}-${name}`);
  await writeFile(path, text);
  return path;
}

const call = (...args: readonly string[]) => proofmark(...args, '--api', stage.service.baseUrl, '--key-file', keyFile);
const issue = (path: string, ...more: readonly string[]) => call('issue', '--csv', path, '--achievement', achievement, ...more);

type Line = { readonly event: string; readonly job?: IssuanceJob; readonly exitCode?: number } & Partial<IssuanceJobRow>;
const rowsOf = (ran: Ran): readonly Line[] => ran.lines<Line>().filter(({ event }) => event === 'row');
const jobOf = (ran: Ran): IssuanceJob => ran.lines<Line>().at(-1)?.job as IssuanceJob;

async function badges(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of stage.client.credentials.list({ achievement })) ids.push(id);
  return ids.sort();
}

describe('issue --csv', () => {
  it('issues one badge a row, which holds what the row says', async () => {
    const commit = 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
    const path = await file(
      'rows.csv',
      `\ufeffE-mail,Name,Evidence,Valid From,valid_until\r\nada@example.org,"Lovelace, Ada",${commit} ${commit.replace('todo', 'api')},2026-01-02T03:04:05Z,2999-01-01T00:00:00Z\r\n\r\ngrace@example.org,Grace,,,\r\n`,
    );
    const ran = await issue(path, '--json');
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('2 rows: 2 badges.\n');
    const [ada, grace] = rowsOf(ran);
    expect([ada?.line, ada?.state, grace?.line, grace?.state]).toEqual([2, 'done', 4, 'done']);
    expect(await badges()).toEqual([ada?.credentialId, grace?.credentialId].sort());
    const { url } = await stage.client.credentials.get(ada?.credentialId ?? '');
    const { badge, checks } = await stage.check({ url }, { recipient: 'ada@example.org' });
    expect(badge).toMatchObject({
      recipient: { name: 'Lovelace, Ada' },
      evidence: [{ id: commit }, { id: commit.replace('todo', 'api') }],
      validFrom: '2026-01-02T03:04:05Z',
      validUntil: '2999-01-01T00:00:00Z',
    });
    expect(checks.recipient.outcome).toBe('passed');
  });

  it('is the same job when the same file is sent again, and another one with other settings', async () => {
    const path = await file('again.csv', 'email\nada@example.org\ngrace@example.org\n');
    const first = await issue(path, '--json');
    const again = await issue(path, '--json');
    expect(jobOf(again).id).toBe(jobOf(first).id);
    expect(rowsOf(again)).toEqual(rowsOf(first));
    expect(again.err).toContain('Nothing is issued anew.');
    const allowed = await issue(path, '--json', '--on-duplicate', 'allow');
    expect(jobOf(allowed).id).not.toBe(jobOf(first).id);
    expect(await badges()).toHaveLength(4);
  });

  it('goes on after rows that are refused, writes them with their reasons, and doubles nobody when the file is corrected', async () => {
    const text = 'email;did;name\nada@example.org;;=Ada\nnobody;;=1+1\ngrace@example.org;;Grace\n;;Y\n';
    const rejects = join(folder, `${issuers}-refused.csv`);
    const ran = await issue(await file('mixed.csv', text), '--rejects', rejects);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^line 3: column “email”: is not an e-mail address.*\nline 5: column “email”: /);
    expect(ran.err).toContain('4 rows: 2 badges, 2 refused.\n');
    expect(ran.err).toContain(`The refused rows are in ${rejects}`);
    const refused = await readFile(rejects, 'utf8');
    expect(refused.split(/\r\n/).map((line) => line.split(/[,;]/).slice(0, 4))).toEqual([
      ['\ufeffemail', 'did', 'name', 'proofmark_row'],
      ['nobody', '', "'=1+1", '2'],
      ['', '', 'Y', '4'],
      [''],
    ]);
    const corrected = text.replace('nobody', 'linus@example.org').replace(';;Y', 'yo@example.org;;Y');
    const whole = await issue(await file('corrected.csv', corrected), '--json');
    expect(whole.code).toBe(0);
    expect(rowsOf(whole).map(({ state }) => state)).toEqual(['existing', 'done', 'existing', 'done']);
    expect(await badges()).toHaveLength(4);
  });

  it('takes the file of refused rows itself, when it was corrected', async () => {
    const rejects = join(folder, `${issuers}-refused.csv`);
    await issue(await file('in.csv', 'E-Mail-Adresse,name\nnobody,=1+1\n'), '--map', 'E-Mail-Adresse=email', '--rejects', rejects);
    await writeFile(rejects, (await readFile(rejects, 'utf8')).replace('nobody', 'ada@example.org'));
    const ran = await issue(rejects, '--map', 'E-Mail-Adresse=email', '--json');
    expect(ran.code).toBe(0);
    const { credential } = await stage.client.credentials.get(rowsOf(ran)[0]?.credentialId ?? '');
    expect((credential as { credentialSubject: { identifier?: unknown } }).credentialSubject).toBeDefined();
    expect(JSON.stringify(credential)).toContain('=1+1');
    expect(JSON.stringify(credential)).not.toContain("'=1+1");
  });

  it('issues an Excel workbook, and names the cells of those rows that have no value of their own', async () => {
    const sheet =
      row(1, cell('A1', 'E-Mail-Adresse'), cell('B1', 'name'), cell('C1', 'valid_until')) +
      row(2, cell('A2', 'ada@example.org'), cell('B2', 'Ada Lovelace'), '<c r="C2" s="1"><v>47848</v></c>') +
      row(3, cell('A3', 'bob@example.org'), '<c r="B3" t="e"><v>#REF!</v></c>') +
      row(4, cell('A4', 'cora@example.org'), cell('B4', 'Cora')) +
      row(5, cell('A5', 'dora@example.org'));
    const path = await file('learners.xlsx', workbook({ sheet, merged: '<mergeCell ref="B4:B5"/>' }));
    const rejects = join(folder, `${issuers}-odd.csv`);
    const ran = await issue(path, '--map', 'E-Mail-Adresse=email', '--rejects', rejects);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(
      /^line 3: column “name”: the cell B3 holds an error .*\nline 5: column “name”: the cells B4:B5 are merged over several rows/,
    );
    expect(ran.err).toContain('4 rows: 2 badges, 2 refused.\n');
    expect(await readFile(rejects, 'utf8')).toMatch(
      /^\ufeff?E-Mail-Adresse,name,valid_until,proofmark_row,proofmark_reason\r\nbob@example.org,#REF!,,2,/,
    );
    expect(await badges()).toHaveLength(2);
    const refused = await issue(await file('no.xlsx', 'email\nada@example.org\n'));
    expect([refused.code, refused.err]).toEqual([64, expect.stringContaining('is no Excel workbook')]);
  });

  it('finds every fault with --validate, and issues nothing', async () => {
    const ran = await issue(await file('validate.csv', 'email,valid_until\nada@example.org,\nnobody,tomorrow\n'), '--validate');
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/^line 3: column “email”: .*; column “valid_until”: /);
    expect(ran.err).toContain('2 rows: 1 can be issued, 1 refused.\nNothing was issued: this was --validate.\n');
    expect(await badges()).toEqual([]);
  });

  it.each([
    [
      'a column that is mapped, and extra ones that are ignored',
      'Mail,Kurs\nada@example.org,7\n',
      ['--map', 'Mail=email', '--ignore-extra-columns'],
    ],
    ['columns without a name', 'email,name,,\nada@example.org,Ada,,\n', []],
    ['a first line that names what separates cells', 'sep=;\r\nemail;name\r\nada@example.org;"Lovelace, Ada"\r\n', []],
    ['line ends inside of cells', 'email,narrative\nada@example.org,"one\ntwo"\n', []],
    ['UTF-16', Buffer.from('\ufeffemail\tname\r\nada@example.org\tAdé\r\n', 'utf16le'), []],
  ])('reads a file with %s', async (_, content, more) => {
    const ran = await issue(await file('form.csv', content), ...more);
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(await badges()).toHaveLength(1);
  });

  it('reads one JSON object a line', async () => {
    const path = await file('rows.ndjson', '{"recipient":{"email":"ada@example.org"}}\n{"recipient":{}}\nnot JSON\n');
    const ran = await issue(path, '--json');
    expect(rowsOf(ran).map(({ state }) => state)).toEqual(['done', 'refused', 'refused']);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['a column that is none', 'email,evidnce\na@example.org,https://x.example\n', /“evidnce” \(the 2nd\).*evidence meant.*\n.*--map/],
    ['a column twice', 'email,E-Mail\na@example.org,b@example.org\n', /1st and the 2nd are both email/],
    ['no rows', 'email,name\n', /no rows/],
    ['nothing', '', /is empty/],
    ['a quotation mark that is never closed', 'email,name\n"a@example.org,A\n', /Line 2: .*never closed/],
    ['a NUL', 'email,name\na@example.org,A\0\n', /Line 2 .*NUL/],
    ['10,000 columns', `email${',x'.repeat(9999)}\na@example.org\n`, /10000 cells.*at most 500/],
    ['another encoding', Uint8Array.from([...Buffer.from('email,name\na@example.org,Andr'), 0xe9, 10]), /Line 2 .*byte 29 .*UTF-8/],
  ])('ends with 64 and issues nothing when the file has %s', async (name, text, said) => {
    const { code, err, out } = await issue(await file(`${name.replaceAll(/\W/g, '-')}.csv`, text));
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(said);
    expect(err).toContain('Nothing was issued.');
    expect(await badges()).toEqual([]);
  });

  it('sends the file again when the connection is lost, and goes on looking when it is lost later', async () => {
    let [asked, sent] = [0, 0];
    const flaky = await loopbackServer(async (request, response) => {
      asked += 1;
      const body: Uint8Array[] = [];
      for await (const chunk of request) body.push(chunk as Uint8Array);
      const names = ['authorization', 'content-type', 'idempotency-key', 'accept'] as const;
      const headers = Object.fromEntries(
        names.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, String(request.headers[name])]])),
      );
      const init = { method: request.method ?? 'GET', headers, ...(request.method === 'POST' && { body: Buffer.concat(body) }) };
      const answer = await fetch(`${stage.service.baseUrl}${request.url}`, init);
      if (request.method === 'POST') sent += 1;
      // The service has the file, and its answer is lost; so is that to a look.
      if (asked === 1 || asked === 4) return void request.socket.destroy();
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
    });
    const path = await file('flaky.csv', `email\n${Array.from({ length: 12 }, (_, n) => `a${n}@example.org\n`).join('')}`);
    const ran = await proofmark('issue', '--csv', path, '--achievement', achievement, '--key-file', keyFile, '--api', flaky.origin);
    await flaky.close();
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('Trying again');
    expect(sent).toBe(2);
    expect(await badges()).toHaveLength(12);
  });

  it('says that nobody answers, and that a key or an achievement is none', async () => {
    const path = await file('gone.csv', `email\n${'a@example.org\n'.repeat(100_000)}`);
    const asked = ['issue', '--csv', path, '--achievement', achievement];
    const gone = await loopbackServer(() => undefined);
    await gone.close();
    await expect(proofmark(...asked, '--key-file', keyFile, '--api', gone.origin)).rejects.toThrow(/cannot be reached/);
    const wrong = await file('wrong-key', 'pm_live_nothing');
    await expect(proofmark(...asked, '--key-file', wrong, '--api', stage.service.baseUrl)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const other = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
    await expect(call('issue', '--csv', path, '--achievement', other)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('proofmark jobs', () => {
  it('lists, shows, repeats, cancels and resumes jobs, and has their rows', async () => {
    const ran = await issue(await file('jobs.csv', 'email\nada@example.org\nnobody\n'), '--json');
    const { id, issuerId } = jobOf(ran);
    const listed = await call('jobs', 'list', '--issuer', issuerId);
    expect(listed.out).toMatch(new RegExp(`^${id}  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  ended      2 of 2 rows, 1 refused`));
    expect((await call('jobs', 'list', '--issuer', issuerId, '--json')).lines<IssuanceJob>()[0]?.id).toBe(id);
    const shown = await call('jobs', 'show', id);
    expect([shown.code, shown.out.split('\n')[1]]).toEqual([1, '2 rows: 1 badge, 1 refused.']);
    expect((await call('jobs', 'rows', id)).lines<IssuanceJobRow>().map(({ state }) => state)).toEqual(['done', 'refused']);
    expect((await call('jobs', 'refused', id)).out).toMatch(/^email,proofmark_row,proofmark_reason\r\nnobody,2,/);
    const copy = join(folder, `${issuers}-copy.csv`);
    await call('jobs', 'refused', id, '--output', copy);
    expect(await readFile(copy, 'utf8')).toMatch(/^\ufeffemail,/);
    expect((await call('jobs', 'refused', id, '--output', copy).catch((error) => error)).err).toMatch(/exists already/);
    expect((await call('jobs', 'retry', id)).code).toBe(0);
    expect((await call('issue', '--resume', id)).code).toBe(1);
    await expect(call('jobs', 'cancel', id)).rejects.toMatchObject({ code: 'conflict' });
  });
});
