import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import { freePort, type Killable, startKillable } from './killable.js';

// A spreadsheet of learners, with everything killed in its middle.

const LEARNERS = 550;
/** Rows of the first file that are wrong, and what they should be. */
const WRONG: ReadonlyMap<number, readonly [wrong: string, right: string]> = new Map([
  [3, ['learner-3 at x.example', 'learner-3@x.example']],
  [77, ['', 'learner-77@x.example']],
  [200, ['learner-200@', 'learner-200@x.example']],
  [201, ['=HYPERLINK("x")', 'learner-201@x.example']],
  [400, ['learner-400@x.example;learner-4000@x.example', 'learner-400@x.example']],
  [LEARNERS, ['@x.example', `learner-${LEARNERS}@x.example`]],
]);

let folder: string;
let dataDir: string;
let port: number;
let running: Killable;
let client: Client;
let receiver: LoopbackServer;
let secret = '';
let achievement: string;
/** By badge, what the receiver heard, in that order. */
const heard = new Map<string, string[]>();
/** By badge, what has to be told of it, in that order. */
let expected = new Map<string, string[]>();
let complete: (() => void) | null = null;

const start = async (): Promise<void> => {
  running = await startKillable({ PORT: String(port), DATA_DIR: dataDir });
};

beforeAll(async () => {
  [folder, dataDir, port] = await Promise.all([
    mkdtemp(join(tmpdir(), 'proofmark-learners-')),
    mkdtemp(join(tmpdir(), 'proofmark-learners-data-')),
    freePort(),
  ]);
  await start();
  const apiKey = /pm_admin_[\w-]+/.exec(running.printed)?.[0] ?? '';
  await writeFile(join(folder, 'key'), apiKey);
  client = createClient({ baseUrl: `http://localhost:${port}`, apiKey });
  const { id: issuerId } = await client.issuers.create({ slug: 'school', name: 'School' });
  const definition = {
    issuerId,
    name: 'Course',
    description: 'A course.',
    criteria: { narrative: 'Pass.' },
    evidencePolicy: 'none',
  } as const;
  achievement = (await client.achievements.create(definition)).id;
  receiver = await loopbackServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { type, data } = new Webhook(secret).verify(body, request.headers as Record<string, string>) as {
      type: string;
      data: { credentialId: string };
    };
    heard.set(data.credentialId, [...(heard.get(data.credentialId) ?? []), type]);
    response.writeHead(204).end();
    if (hasHeardAll()) complete?.();
  });
  ({ secret } = await client.webhooks.create({ issuerId, url: `${receiver.origin}/hooks` }));
});

afterAll(async () => {
  await running.end();
  await receiver.close();
  await Promise.all([folder, dataDir].map((path) => rm(path, { recursive: true })));
});

/** Whether each event was heard at least once, and the first time of each came in the order in which it happened. */
function hasHeardAll(): boolean {
  if (expected.size === 0) return false;
  return [...expected].every(([badge, events]) => [...new Set(heard.get(badge))].join() === events.join());
}

/** Resolves when the receiver has heard of everything that is expected. */
async function everythingIsHeard(events: Map<string, string[]>): Promise<void> {
  expected = events;
  if (!hasHeardAll()) await new Promise<void>((resolve) => (complete = resolve));
}

/** The export of a spreadsheet: semicolons, a byte order mark, line ends of Windows, and a column of its own. */
function sheet(wrong: boolean): string {
  const rows = Array.from({ length: LEARNERS }, (_, at) => {
    const [bad, good] = WRONG.get(at + 1) ?? [`learner-${at + 1}@x.example`, `learner-${at + 1}@x.example`];
    const email = wrong ? bad : good;
    return `${/[";]/.test(email) ? `"${email.replaceAll('"', '""')}"` : email};"Learner, ${at + 1}";7a`;
  });
  return `\ufeffE-Mail-Adresse;Name;Klasse\r\n${rows.join('\r\n')}\r\n`;
}

const count = (n: number): string => n.toLocaleString('en');

const SETTINGS = ['--map', 'E-Mail-Adresse=email', '--map', 'Klasse='];
const issue = (path: string, ...more: readonly string[]) =>
  proofmark(
    ...['issue', '--csv', path, '--achievement', achievement, ...SETTINGS, ...more],
    ...['--api', `http://localhost:${port}`, '--key-file', join(folder, 'key')],
  );

/** The numbers of the learners, by badge. */
async function badges(): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const { id, recipient } of client.credentials.list({ achievement })) found.set(id, Number(recipient?.name?.split(', ')[1]));
  return found;
}

/** Ends the service and its database without a word. */
async function killEverything(): Promise<void> {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const killed = running.kill();
  process.kill(postmaster, 'SIGKILL');
  await killed;
}

describe('a spreadsheet of learners, six of them wrong', () => {
  it('gives every learner one badge, although everything is killed in its middle and the corrected file is sent as a whole', async () => {
    const path = join(folder, 'learners.csv');
    await writeFile(path, sheet(true));
    const sent = await issue(path, '--detach', '--json');
    expect(sent.code).toBe(0);
    const { id } = (sent.lines<{ job: { id: string } }>().at(-1) as { job: { id: string } }).job;
    while ((await client.issuanceJobs.get(id)).rows.done === 0);
    await killEverything();
    await start();

    // The same command again is the same job.
    const rejects = join(folder, 'refused.csv');
    const first = await issue(path, '--rejects', rejects);
    expect(first.err).toContain(`${count(LEARNERS)} rows: ${count(LEARNERS - WRONG.size)} badges, ${WRONG.size} refused.\n`);
    expect(first.code).toBe(1);
    expect([...first.out.matchAll(/^line (\d+): column “E-Mail-Adresse”: /gm)].map(([, line]) => Number(line) - 1)).toEqual([
      ...WRONG.keys(),
    ]);
    const refused = await readFile(rejects, 'utf8');
    expect(refused.split('\r\n')).toHaveLength(WRONG.size + 2);
    expect(refused).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await badges()).size).toBe(LEARNERS - WRONG.size);

    await writeFile(path, sheet(false));
    const second = await issue(path);
    expect(second.code).toBe(0);
    expect(second.err).toContain(`${count(LEARNERS)} rows: ${WRONG.size} badges, ${count(LEARNERS - WRONG.size)} had the badge already.\n`);

    const found = await badges();
    expect([...found.values()].sort((a, b) => a - b)).toEqual(Array.from({ length: LEARNERS }, (_, at) => at + 1));

    const some = [...found.keys()].slice(0, 20);
    for (const id of some) await client.credentials.suspend(id);
    for (const id of some) await client.credentials.resume(id);
    const told = (id: string) => ['credential.issued', ...(some.includes(id) ? ['credential.suspended', 'credential.resumed'] : [])];
    await everythingIsHeard(new Map([...found.keys()].map((id) => [id, told(id)])));
    expect([...heard.keys()].sort()).toEqual([...found.keys()].sort());
  });
});
