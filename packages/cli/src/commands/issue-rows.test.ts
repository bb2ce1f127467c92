import { ApiProblem, type Client } from '@proofmark/client';
import { describe, expect, it } from 'vitest';
import type { BadgeRow } from '../input/badge-rows.js';
import { issueRows } from './issue-rows.js';

const row = (line: number): BadgeRow => ({
  line,
  body: { recipient: { email: `a${line}@example.org` } },
  idempotencyKey: `k${line}`,
  raw: '',
  repeats: null,
});
const unseen = (retryable: boolean) =>
  new ApiProblem({
    code: 'evidence-not-seen',
    status: 422,
    title: 'The work could not be read',
    detail: 'Nobody answered.',
    errors: [{ pointer: '/evidence/0/url', code: 'not-seen', detail: 'could not be read: nobody answered' }],
    retryable,
  });

/** A service that answers each row in turn with what it is given, and the last of it from then on. */
function service(answers: Readonly<Record<string, readonly ('issued' | ApiProblem)[]>>): {
  readonly client: Client;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const issue = async (_: string, __: unknown, { idempotencyKey: key }: { readonly idempotencyKey: string }): Promise<object> => {
    const before = asked.filter((one) => one === key).length;
    asked.push(key);
    const all = answers[key] ?? ['issued'];
    const answer = all[Math.min(before, all.length - 1)]!;
    if (answer !== 'issued') throw answer;
    return { id: key, url: `https://badges.example/credentials/${key}` };
  };
  return { client: { credentials: { issue } } as unknown as Client, asked };
}

async function run(
  client: Client,
  rows = [row(2), row(3), row(4)],
): Promise<{ readonly outcomes: readonly string[]; readonly out: string }> {
  let out = '';
  const terminal = {
    out(text: string) {
      out += text;
    },
    err: () => undefined,
    colour: false,
  };
  const done = await issueRows(client, 'a', { header: 'email', rows }, { terminal, json: false });
  return { outcomes: done.map(({ row: { line }, outcome }) => `${line} ${outcome}`), out };
}

describe('issueRows', () => {
  it('names the person of a row that was not issued', async () => {
    const named = { ...row(3), body: { recipient: { email: 'a3@example.org', name: 'Ada Lovelace' } } };
    const { out } = await run(service({ k3: [unseen(false)] }).client, [row(2), named]);
    expect(out).toContain('line 2: issued');
    expect(out).toContain('line 3 (Ada Lovelace): not issued. The work could not be read');
  });

  it('tries a row again after the others when nobody answered for its work', async () => {
    const { client, asked } = service({ k2: [unseen(true), 'issued'] });
    const { outcomes, out } = await run(client);
    expect(outcomes).toEqual(['2 issued', '3 issued', '4 issued']);
    expect(asked).toEqual(['k2', 'k3', 'k4', 'k2']);
    expect(out).toContain('line 2: waits. The work could not be read: Nobody answered.\n  column “evidence”, link 1: could not be read');
    expect(out).toContain('line 2: issued https://badges.example/credentials/k2');
  });

  it('lets a row wait for the next run when still nobody answers, and tries one that was refused no more', async () => {
    const { client, asked } = service({ k2: [unseen(true)], k3: [unseen(false)] });
    expect((await run(client)).outcomes).toEqual(['2 waiting', '3 refused', '4 issued']);
    expect(asked).toEqual(['k2', 'k3', 'k4', 'k2']);
  });
});
