import { createHash } from 'node:crypto';
import type { Json } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import type { ForgeEntry } from './forge-api.js';
import { github } from './github.js';
import { recomputeTree, type Sha1 } from './recompute-tree.js';

const sha1: Sha1 = (data) => new Uint8Array(createHash('sha1').update(data).digest());
const BLOB = '980a0d5f19a64b4b30a87d4206aade58726b60e3';
const file = (path: string, id: string = BLOB): ForgeEntry => ({ path, mode: '100644', id, size: 1 });

describe('the id of a folder', () => {
  it('is what git says of a public repository, from the list that GitHub gives', async () => {
    // octocat/Hello-World at 7fd1a60b01f91b314f59955a4e4d4e80d8edf11d, as docs.github.com shows it (2026-11-29).
    const tree = 'b4eecafa9be2f2006ce1b709d6857b07069b4608';
    const body: Json = {
      sha: tree,
      url: `https://api.github.com/repos/octocat/Hello-World/git/trees/${tree}`,
      tree: [
        {
          path: 'README',
          mode: '100644',
          type: 'blob',
          sha: BLOB,
          size: 13,
          url: `https://api.github.com/repos/octocat/Hello-World/git/blobs/${BLOB}`,
        },
      ],
      truncated: false,
    };
    const listing = github.readTree(body);
    expect(await recomputeTree(listing?.entries ?? [], sha1)).toEqual({ root: tree, consistent: true });
  });

  it('of nothing is that of the empty tree', async () => {
    expect(await recomputeTree([], sha1)).toEqual({ root: '4b825dc642cb6eb9a060e54bf8d69288fbee4904', consistent: true });
  });

  it('does not depend on the order of the list', async () => {
    const entries = [file('a.txt'), file('b/c.txt'), { path: 'b', mode: '40000', id: 'f'.repeat(40), size: null }, file('b-c')];
    expect((await recomputeTree(entries, sha1)).root).toBe((await recomputeTree([...entries].reverse(), sha1)).root);
  });

  it.each([
    ['names a folder by another id', [{ path: 'b', mode: '40000', id: '0'.repeat(40), size: null }, file('b/c.txt')]],
    ['leaves out a folder', [file('b/c.txt')]],
    ['names a file twice', [file('a.txt'), file('a.txt')]],
    ['is deeper than anybody writes', [file(`${'a/'.repeat(70)}x`)]],
  ])('is not to be relied on when the list %s', async (_, entries) => {
    expect((await recomputeTree(entries, sha1)).consistent).toBe(false);
  });
});
