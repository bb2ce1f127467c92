import type { GitSnapshot } from '@proofmark/git-reader';
import { describe, expect, it } from 'vitest';
import { authorshipInText, type ExpectedAuthorship } from './expected-authorship.js';
import { authorshipInRepository } from './in-repository.js';
import { authorshipOnSite } from './on-site.js';
import { type AuthorshipPlace, authorshipPlaces, repositoryPlace } from './places.js';

const AT = '2026-11-22T09:00:00Z';
const DID = 'did:example:ada';
const expected: ExpectedAuthorship = { textsFor: ({ is, name }) => [`text of ${is} ${name}`], did: DID, at: AT };
const REPOSITORY = 'https://github.com/ada/todo';
const PLACE = repositoryPlace(REPOSITORY);
const methods = (found: readonly { readonly method: string }[]): string[] => found.map(({ method }) => method);

describe('authorshipPlaces', () => {
  const site = (name: string): AuthorshipPlace => ({ is: 'site', name });
  it.each([
    ['https://github.com/Ada/Todo/tree/main/src', [PLACE]],
    ['https://github.com/ada/todo.git', [PLACE]],
    ['https://git.acme.example/ada/work.git#main', [repositoryPlace('https://git.acme.example/ada/work')]],
    ['https://ada.example/', [site('https://ada.example')]],
    ['https://ada.example:8443/x/?y#z', [site('https://ada.example:8443'), repositoryPlace('https://ada.example:8443/x')]],
    ['swh:1:dir:0123456789012345678901234567890123456789', []],
    ['https://10.0.0.1/x', []],
    ['https://ada@ada.example/', []],
  ])('are found for %s', (url, places) => {
    expect(authorshipPlaces(url)).toEqual(places);
  });
});

describe('authorshipInText', () => {
  it('finds a text and a DID on lines of their own, among those of others', () => {
    const text = `# marks\r\nproofmark-challenge=other\n  text of repository ${REPOSITORY}  \n${DID}\n`;
    expect(authorshipInText(text, 'proofmark.txt', [PLACE], expected)).toEqual([
      { method: 'token', by: 'proofmark.txt', at: AT, share: null },
      { method: 'did', by: DID, at: AT, share: null },
    ]);
  });

  it.each([
    `x text of repository ${REPOSITORY}`,
    `text of repository ${REPOSITORY} x`,
    `text of repository ${REPOSITORY.toUpperCase()}`,
    'text of repository https://github.com/eve/todo',
    `${DID}#key`,
    '',
  ])('finds nothing in %j', (line) => {
    expect(authorshipInText(line, 'proofmark.txt', [PLACE], expected)).toEqual([]);
  });

  it('finds nothing when neither a text nor a DID is expected', () => {
    expect(authorshipInText('null\n\nundefined', 'proofmark.txt', [PLACE], { textsFor: () => [], did: null, at: AT })).toEqual([]);
  });
});

describe('authorshipInRepository', () => {
  const content = new TextEncoder().encode(`text of repository ${REPOSITORY}\n${DID}\n`);
  const snapshot = (more: Partial<GitSnapshot> = {}): GitSnapshot => ({
    ok: true,
    remote: `${REPOSITORY}.git`,
    objectFormat: 'sha1',
    ref: null,
    commit: '0'.repeat(40),
    committedAt: AT,
    rootTree: '0'.repeat(40),
    path: '',
    object: { type: 'tree', id: '0'.repeat(40) },
    tree: { files: 1, bytes: 1, languages: [], licence: null },
    history: null,
    files: [
      { path: '.well-known/proofmark.txt', content },
      { path: 'proofmark.txt', content },
    ],
    reachable: true,
    onBranch: true,
    problems: [],
    ...more,
  });

  it('lists each method once when it is found in several files', () => {
    expect(authorshipInRepository(snapshot(), REPOSITORY, expected)).toEqual([
      { method: 'token', by: '.well-known/proofmark.txt', at: AT, share: null },
      { method: 'did', by: DID, at: AT, share: null },
    ]);
  });

  it('accepts the address to which the repository has moved, and no other', () => {
    expect(methods(authorshipInRepository(snapshot(), 'https://github.com/ada/old', expected))).toContain('token');
    const fork = snapshot({ remote: 'https://github.com/eve/todo.git' });
    expect(methods(authorshipInRepository(fork, 'https://github.com/eve/todo', expected))).toEqual(['did']);
  });

  it.each([false, null])('ignores the files of a commit that no branch leads to (%s)', (onBranch) => {
    expect(authorshipInRepository(snapshot({ onBranch }), REPOSITORY, expected)).toEqual([]);
  });

  it('counts the commits that proven keys signed, of how many', () => {
    const history = {
      commits: 30,
      complete: true,
      first: AT,
      last: AT,
      authored: { byEmail: 30, byKey: 30 },
      proven: [
        { fingerprint: 'SHA256:a', commits: 21 },
        { fingerprint: 'SHA256:b', commits: 0 },
      ],
      signatures: { valid: 21, invalid: 0, notChecked: 0 },
    };
    expect(authorshipInRepository(snapshot({ files: [], history }), REPOSITORY, expected)).toEqual([
      { method: 'signed-commit', by: 'SHA256:a', at: AT, share: { commits: 21, of: 30 } },
    ]);
  });
});

describe('authorshipOnSite', () => {
  const ask = async (files: Readonly<Record<string, string>>, did: string | null = null) => {
    const asked: string[] = [];
    const read = async (url: string): Promise<string | null> => {
      asked.push(url);
      return files[url] ?? null;
    };
    const found = await authorshipOnSite('https://ada.example/work/?a=1', read, { ...expected, did });
    return { methods: methods(found), asked };
  };
  const FILE = 'https://ada.example/.well-known/proofmark.txt';
  const DOCUMENT = 'https://ada.example/.well-known/did.json';

  it('reads the file of the origin, and of no folder below it', async () => {
    expect(await ask({ [FILE]: 'text of site https://ada.example' })).toEqual({ methods: ['token'], asked: [FILE] });
    expect(await ask({ [FILE]: 'text of site https://eve.example' })).toEqual({ methods: [], asked: [FILE] });
    expect(await ask({ [FILE]: DID }, DID)).toEqual({ methods: ['did'], asked: [FILE] });
  });

  it('reads the DID document when the DID can be that of the host', async () => {
    const did = 'did:web:ada.example';
    expect(await ask({ [DOCUMENT]: `{"id":"${did}"}` }, did)).toEqual({ methods: ['did'], asked: [FILE, DOCUMENT] });
    expect((await ask({ [DOCUMENT]: '{"id":"did:web:eve.example"}' }, did)).methods).toEqual([]);
    expect((await ask({ [DOCUMENT]: 'null' }, did)).methods).toEqual([]);
    expect((await ask({ [DOCUMENT]: '{' }, did)).methods).toEqual([]);
    expect((await ask({}, DID)).asked).toEqual([FILE]);
    expect((await ask({}, 'did:web:ada.example:ada')).asked).toEqual([FILE]);
  });
});
