/** Whether two addresses are of one repository: `.git` at the end, a slash, and letter case make no difference. */
export function sameRepository(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

const plain = (url: string): string =>
  url
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
