import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { processFacts } from './process-facts.js';

/** The process that uses a folder, as its owner file records it. */
export interface Owner {
  readonly pid: number;
  readonly started: string | null;
}

export type Claim = { readonly ok: true; release(): void } | { readonly ok: false; readonly owner: Owner };

/**
 * Makes this process the owner of what the file stands for. A file left behind by a process that has ended is replaced; a live
 * owner is answered, and nothing is changed. Throws only what the file system throws.
 */
export function claimOwnership(path: string): Claim {
  const own: Owner = { pid: process.pid, started: processFacts(process.pid)?.started ?? null };
  const text = JSON.stringify(own);
  // Written apart and linked, so that nobody ever reads half a file.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (link(draft, path)) return { ok: true, release: () => release(path, text) };
      const found = readOwner(path);
      if (found !== null && isAlive(found.owner)) return { ok: false, owner: found.owner };
      if (found !== null) setAside(path, found.text);
    }
    return { ok: false, owner: readOwner(path)?.owner ?? own };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The live process that owns what the file stands for; null when none does. */
export function liveOwner(path: string): Owner | null {
  const owner = readOwner(path)?.owner ?? null;
  return owner !== null && isAlive(owner) ? owner : null;
}

/** Two starters may see the same dead owner; whoever moved a newer file away by mistake puts it back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') !== stale) link(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, text: string): void {
  if (readOwner(path)?.text === text) rmSync(path, { force: true });
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path: string): { text: string; owner: Owner } | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    const { pid, started } = JSON.parse(text) as Partial<Owner>;
    return { text, owner: { pid: Number(pid), started: typeof started === 'string' ? started : null } };
  } catch {
    return { text, owner: { pid: 0, started: null } };
  }
}

/** A container often gives the same small ids again after a restart, so the id alone proves nothing. */
function isAlive(owner: Owner): boolean {
  const facts = processFacts(owner.pid);
  if (facts === null) return false;
  if (owner.started === null || facts.started === null) return true;
  return owner.started === facts.started;
}
