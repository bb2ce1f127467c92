import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
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

interface Line {
  readonly line: number;
  readonly outcome: string;
  readonly url?: string;
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly column?: string }[];
}

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, `${issuers}-${name}`);
  await writeFile(path, text);
  return path;
}

const issue = (path: string, ...more: readonly string[]) =>
  proofmark('issue', '--csv', path, '--achievement', achievement, '--api', stage.service.baseUrl, '--key-file', keyFile, ...more);

async function badges(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { url } of stage.client.credentials.list({ achievement })) ids.push(url);
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
    expect(ran.err).toMatch(/^Issued 2 of 2\./);
    const [ada, grace] = ran.lines<Line>();
    expect([ada?.line, ada?.outcome, grace?.line, grace?.outcome]).toEqual([2, 'issued', 4, 'issued']);
    expect(await badges()).toEqual([ada?.url, grace?.url].sort());
    const { badge, checks } = await stage.check({ url: ada?.url ?? '' }, { recipient: 'ada@example.org' });
    expect(badge).toMatchObject({
      recipient: { name: 'Lovelace, Ada' },
      evidence: [{ id: commit }, { id: commit.replace('todo', 'api') }],
      validFrom: '2026-01-02T03:04:05Z',
      validUntil: '2999-01-01T00:00:00Z',
    });
    expect(checks.recipient.outcome).toBe('passed');
  });

  it('run again issues nothing twice, and names the same badges', async () => {
    const path = await file('again.csv', 'email\nada@example.org\nada@example.org\n');
    const first = await issue(path, '--json');
    expect(await badges()).toHaveLength(2);
    const again = await issue(path, '--json');
    expect(again.out).toBe(first.out);
    expect(await badges()).toHaveLength(2);
  });

  it('goes on after a row that is refused, and says why in its place', async () => {
    const path = await file('mixed.csv', 'email;did;name\nada@example.org;;Ada\nnobody;;X\n;did:example:grace;Grace\n;;Y\n');
    const ran = await issue(path, '--json', '--rejects', join(folder, 'rejects.csv'));
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/^Issued 2 of 4\./);
    expect(
      ran.lines<Line>().map(({ line, outcome, errors }) => [line, outcome, errors?.map((error) => [error.pointer, error.code])]),
    ).toEqual([
      [2, 'issued', undefined],
      [3, 'refused', [['/recipient/email', 'not-an-email']]],
      [4, 'issued', undefined],
      [5, 'refused', [['/recipient', 'at-least-one']]],
    ]);
    const rejects = await readFile(join(folder, 'rejects.csv'), 'utf8');
    expect(rejects).toBe('email;did;name\nnobody;;X\n;;Y\n');
    await writeFile(join(folder, 'corrected.csv'), rejects.replace('nobody;', 'linus@example.org;').replace(';;Y\n', ''));
    expect((await issue(join(folder, 'corrected.csv'))).code).toBe(0);
    expect(await badges()).toHaveLength(3);
  });

  it.each([
    ['links with a comma after them', 'email;evidence\nada@example.org;https://a.example/1, https://a.example/2\n'],
    ['links with a semicolon between them', 'email,evidence\nada@example.org,https://a.example/1;https://a.example/2\n'],
    ['links in several lines', 'email,evidence\r\nada@example.org,"https://a.example/1\r\nhttps://a.example/2"\r\n'],
    ['columns without a name', 'email,evidence,,\nada@example.org,https://a.example/1 https://a.example/2,,\n'],
    ['a first line for a spreadsheet', 'sep=;\r\nemail;evidence\r\nada@example.org;https://a.example/1 https://a.example/2\r\n'],
  ])('issues one badge with two links from a row with %s', async (name, text) => {
    const { code, lines } = await issue(await file(`${name.replaceAll(' ', '-')}.csv`, text), '--json');
    expect(code).toBe(0);
    const [{ url = '' } = {}] = lines<Line>();
    const { badge } = await stage.check({ url });
    expect(badge?.evidence?.map(({ id }) => id)).toEqual(['https://a.example/1', 'https://a.example/2']);
  });

  it('says which rows are for the same person, however their address is written', async () => {
    const path = await file('twice.csv', 'email,name\nada@bücher.example,Ada\nbob@example.org,Bob\nADA@xn--bcher-kva.example,Ada\n');
    const said = await issue(path);
    expect(said.err).toContain('The same person stands in several rows, and gets a badge for each: line 4 repeats line 2.');
    expect(said.out).toMatch(/^line 4 \(the same person as line 2\): issued/m);
    const { lines } = await issue(path, '--json');
    expect(lines<Line & { repeats?: number }>().map(({ repeats }) => repeats)).toEqual([undefined, undefined, 2]);
  });

  it('names the column of each fault, and which link of a cell it is about', async () => {
    const path = await file('places.csv', 'email,evidence,valid_until\nada@example.org,https://a.example/1 nothing,soon\n');
    const { out } = await issue(path);
    expect(out).toContain('  column “evidence”, link 2: ');
    expect(out).toContain('  column “valid_until”: ');
    const [line] = (await issue(path, '--json')).lines<Line>();
    expect(line?.errors?.map(({ column }) => column)).toEqual(['evidence', 'valid_until']);
  });

  it('writes no cell into the rejects that a spreadsheet would run, and reads it back', async () => {
    const rejects = join(folder, 'formula.csv');
    await issue(await file('formula-in.csv', 'email,name\nnobody,=1+1\n'), '--rejects', rejects);
    const text = await readFile(rejects, 'utf8');
    expect(text).toBe("email,name\nnobody,'=1+1\n");
    const corrected = await issue(await file('formula-back.csv', text.replace('nobody', 'ada@example.org')), '--json');
    const { badge } = await stage.check({ url: corrected.lines<Line>()[0]?.url ?? '' });
    expect(badge?.recipient.name).toBe('=1+1');
  });

  it('tells the same in words', async () => {
    const { out, err } = await issue(await file('words.csv', 'email\nada@example.org\nnobody\n'));
    expect(out).toMatch(
      /^line 2: issued http:\/\/localhost:\d+\/credentials\/[0-9a-f-]{36}\nline 3: not issued\. The request is not valid/,
    );
    expect(out).toContain('  column “email”: is not an e-mail address');
    expect(err).toMatch(/--rejects/);
  });

  it('stops when the service is gone, and leaves the rest for the next run', async () => {
    let answered = 0;
    const flaky = await loopbackServer(async (request, response) => {
      answered += 1;
      if (answered > 4) return void request.socket.destroy();
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
      const headers = { authorization: request.headers.authorization ?? '', 'content-type': 'application/json' };
      const key = String(request.headers['idempotency-key']);
      const init = { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: Buffer.concat(chunks) };
      const answer = await fetch(`${stage.service.baseUrl}${request.url}`, init);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    });
    const path = await file('flaky.csv', `email\n${Array.from({ length: 12 }, (_, n) => `a${n}@example.org\n`).join('')}`);
    const args = ['issue', '--csv', path, '--achievement', achievement, '--key-file', keyFile, '--json'];
    const ran = await proofmark(...args, '--api', flaky.origin);
    await flaky.close();
    expect(ran.code).toBe(1);
    expect(ran.lines<Line>().map(({ outcome }) => outcome)).toEqual([...Array(4).fill('issued'), ...Array(8).fill('not-tried')]);
    const before = await badges();
    expect(before).toHaveLength(4);
    const again = await proofmark(...args, '--api', stage.service.baseUrl);
    expect(again.code).toBe(0);
    expect(await badges()).toHaveLength(12);
    expect(
      again
        .lines<Line>()
        .slice(0, 4)
        .map(({ url }) => url),
    ).toEqual(
      ran
        .lines<Line>()
        .slice(0, 4)
        .map(({ url }) => url),
    );
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['a column that is none', 'email,evidnce\na@example.org,https://x.example\n', /“evidnce”/],
    ['a column twice', 'email,E-Mail\na@example.org,b@example.org\n', /“email” twice/],
    ['no rows', 'email,name\n', /has no rows/],
    ['nothing', '', /has no rows/],
    ['too many cells', 'email,name\na@example.org,A,B\n', /line 2/],
    ['a quote that is never closed', 'email,name\n"a@example.org,A\n', /line 2: .*never closed/],
    ['UTF-16', Buffer.from('\ufeffemail,name\na@example.org,A\n', 'utf16le'), /UTF-16/],
    ['another encoding', Uint8Array.from([...Buffer.from('email,name\na@example.org,Andr'), 0xe9, 10]), /UTF-8/],
  ])('ends with 64 and issues nothing when the file has %s', async (name, text, said) => {
    const { code, err, out } = await issue(await file(`${name.replaceAll(' ', '-')}.csv`, text));
    expect([code, out]).toEqual([64, '']);
    expect(err).toMatch(said);
    expect(await badges()).toEqual([]);
  });

  it('goes with none of the options for one badge', async () => {
    const path = await file('one.csv', 'email\nada@example.org\n');
    expect((await issue(path, '--email', 'eve@example.org')).code).toBe(64);
    expect((await issue(path, '--idempotency-key', 'k')).code).toBe(64);
    const alone = ['issue', '--achievement', achievement, '--email', 'a@example.org', '--rejects', 'x', '--key-file', keyFile];
    expect((await proofmark(...alone, '--api', stage.service.baseUrl)).code).toBe(64);
    expect(await badges()).toEqual([]);
  });
});
