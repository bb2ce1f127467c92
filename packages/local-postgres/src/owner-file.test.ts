import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimOwnership } from './owner-file.js';
import { processFacts } from './process-facts.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofmark-owner-'));
  path = join(folder, 'owner');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('claimOwnership', () => {
  it('gives a free file to the first, and answers the owner to the second', () => {
    const claim = claimOwnership(path);
    expect(claim.ok).toBe(true);
    expect(claimOwnership(path)).toMatchObject({ ok: false, owner: { pid: process.pid } });
  });

  it('is free again after the release', () => {
    const claim = claimOwnership(path);
    if (claim.ok) claim.release();
    expect(existsSync(path)).toBe(false);
    expect(claimOwnership(path).ok).toBe(true);
  });

  it('does not release what somebody else owns by now', () => {
    const claim = claimOwnership(path);
    const other = JSON.stringify({ pid: 1, started: 'then' });
    writeFileSync(path, other);
    if (claim.ok) claim.release();
    expect(readFileSync(path, 'utf8')).toBe(other);
  });

  it('takes over from a process that has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    writeFileSync(path, JSON.stringify({ pid: child.pid, started: null }));
    await once(child, 'exit');
    expect(claimOwnership(path).ok).toBe(true);
  });

  it('takes over from a process whose id was given to another one', () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: 'an earlier boot:1' }));
    expect(claimOwnership(path).ok).toBe(true);
  });

  it.each(['', '{', '[]', 'null', '{"pid":"x"}', '{"pid":-1}'])('takes over a file that says nothing: %j', (text) => {
    writeFileSync(path, text);
    expect(claimOwnership(path).ok).toBe(true);
  });

  it('leaves no draft behind', () => {
    claimOwnership(path);
    claimOwnership(path);
    expect(readFileSync(path, 'utf8')).toContain(String(process.pid));
    rmSync(path);
    expect(() => rmSync(folder, { recursive: false })).toThrow();
    expect(existsSync(`${path}.${process.pid}`)).toBe(false);
  });
});

describe('processFacts', () => {
  it('knows itself and not what has never been', () => {
    expect(processFacts(process.pid)?.commandLine).toContain('node');
    for (const pid of [0, -1, Number.NaN, 2 ** 30]) expect(processFacts(pid)).toBeNull();
  });

  it.runIf(process.platform === 'linux')('takes a zombie for ended', async () => {
    // The shell starts a child, becomes another program that never asks for it, and so leaves it a zombie when it ends.
    const shell = spawn('sh', ['-c', 'cat <&3 & echo $!; exec sleep 30 3<&-'], { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    const [line] = (await once(shell.stdout as Readable, 'data')) as [Buffer];
    await expect.poll(() => processFacts(shell.pid ?? 0)?.commandLine).toMatch(/^sleep/);
    const pid = Number(line.toString());
    expect(processFacts(pid)).not.toBeNull();
    (shell.stdio[3] as Writable).end();
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'latin1')).toMatch(/\) Z /);
    expect(processFacts(pid)).toBeNull();
    shell.kill('SIGKILL');
    await once(shell, 'exit');
  });
});
