import { describe, expect, it } from 'vitest';
import { gitTarget } from '../links/git-target.js';
import { FORGE_APIS } from './apis.js';
import { readableFile } from './file-at.js';
import { forgePlace } from './forge-place.js';

const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const GITHUB = `https://api.github.com/repos/ada/todo/git/commits/${SHA}`;

const commitUrl = (url: string): string | null => {
  const target = gitTarget(url);
  const place = target === null ? null : forgePlace(target);
  return place === null ? null : FORGE_APIS[place.kind].commitUrl(place);
};

describe('where the API of a forge knows a commit', () => {
  it.each([
    [`https://github.com/ada/todo/tree/${SHA}`, GITHUB],
    [`https://www.github.com/ada/todo.git#${SHA}`, GITHUB],
    [`https://github.com/ada/todo/commit/${SHA.toUpperCase()}`, GITHUB],
    [`https://raw.githubusercontent.com/ada/todo/${SHA}/a.png`, GITHUB],
    [
      `https://gitlab.com/uni/cs/todo/-/tree/${SHA}`,
      `https://gitlab.com/api/v4/projects/uni%2Fcs%2Ftodo/repository/commits/${SHA}?stats=false`,
    ],
    [
      `https://git.uni.example/cs/todo/-/blob/${SHA}/a%20b.md`,
      `https://git.uni.example/api/v4/projects/cs%2Ftodo/repository/commits/${SHA}?stats=false`,
    ],
    [
      `https://codeberg.org/ada/todo/src/commit/${SHA}/a.md`,
      `https://codeberg.org/api/v1/repos/ada/todo/git/commits/${SHA}?stat=false&verification=false&files=false`,
    ],
    [
      `https://code.uni.example/ada/todo/src/commit/${SHA}`,
      `https://code.uni.example/api/v1/repos/ada/todo/git/commits/${SHA}?stat=false&verification=false&files=false`,
    ],
  ])('%s', (link, url) => {
    expect(commitUrl(link)).toBe(url);
  });

  it.each([
    'https://github.com/ada/todo',
    'https://github.com/ada/todo/tree/main',
    `https://github.com/ada/todo/tree/${SHA.slice(0, 8)}`,
    `https://github.com/ada/todo/tree/${'a'.repeat(64)}`,
    `https://gist.github.com/ada/aa11/${SHA}`,
    `https://bitbucket.org/ada/todo/src/${SHA}/`,
    `https://gitee.com/ada/todo/tree/${SHA}`,
    `https://git.sr.ht/~ada/todo/tree/${SHA}`,
    `https://huggingface.co/ada/todo/tree/${SHA}`,
    `https://dev.azure.com/uni/cs/_git/todo?version=GC${SHA}`,
    `https://code.uni.example/ada/todo.git#${SHA}`,
  ])('is nowhere for %s', (link) => {
    expect(commitUrl(link)).toBeNull();
  });
});

describe('where a browser can read a file of a forge', () => {
  it.each([
    [`https://github.com/ada/todo/raw/${SHA}/a b.png`.replace(' ', '%20'), `https://raw.githubusercontent.com/ada/todo/${SHA}/a%20b.png`],
    [`https://raw.githubusercontent.com/ada/todo/${SHA}/a.png`, `https://raw.githubusercontent.com/ada/todo/${SHA}/a.png`],
    [
      `https://gitlab.com/uni/cs/todo/-/raw/${SHA}/docs/a.pdf`,
      `https://gitlab.com/api/v4/projects/uni%2Fcs%2Ftodo/repository/files/docs%2Fa.pdf/raw?ref=${SHA}`,
    ],
    [`https://codeberg.org/ada/todo/raw/commit/${SHA}/docs/a.pdf`, `https://codeberg.org/api/v1/repos/ada/todo/raw/docs/a.pdf?ref=${SHA}`],
    [`https://bitbucket.org/ada/todo/raw/${SHA}/docs/a.pdf`, `https://api.bitbucket.org/2.0/repositories/ada/todo/src/${SHA}/docs/a.pdf`],
    ['https://files.example/a.pdf', 'https://files.example/a.pdf'],
    ['https://raw.githubusercontent.com/ada/todo/main/a.png', 'https://raw.githubusercontent.com/ada/todo/main/a.png'],
  ])('%s', (link, url) => {
    expect(readableFile(link)).toBe(url);
  });
});
