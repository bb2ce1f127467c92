import type { EvidenceFinding, GitFinding } from '@proofmark/schemas/api';
import type { Authorship } from '@proofmark/schemas/evidence';
import { httpsOfRemote } from '@proofmark/schemas/git';
import { paint, plain, type Terminal } from '../terminal.js';

const METHODS: Readonly<Record<EvidenceFinding['method'], string>> = {
  digest: 'by the digest of its bytes',
  commit: 'by the id of its commit',
  swhid: 'by its SWHID',
  doi: 'by its DOI',
  capture: 'as one capture of an archive',
  none: '',
};

/** What each code means to the person who gave the link. A code that is not here is shown as it is. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'not-a-url': 'This is no address.',
  'forbidden-scheme': 'Only https links can be evidence.',
  'user-info': 'A link with a user name or a password in it cannot be evidence.',
  'private-host': 'Others cannot reach this host.',
  'ssh-link': 'This is an address for SSH.',
  'future-capture': 'The link is to a capture that is still to be taken.',
  'no-such-capture': 'The link is to a capture of a day or an hour that does not exist.',
  'capture-not-asked': 'The archive was not asked whether it has a capture of this time.',
  'capture-elsewhere': 'The archive has no capture of exactly this time, and leads to another one. Take the link to that one.',
  'doi-not-asked': 'No registry was asked what this DOI names: many lead to the newest version. The service that issues asks one.',
  'doi-not-a-version': 'This DOI leads to whatever version is the newest. Take the DOI of one version.',
  'doi-unknown': 'The registry does not know this DOI.',
  'registry-silent': 'The registry of this DOI did not answer.',
  'swhid-without-place': 'The SWHID names no repository and no commit where its object is. Add its qualifiers origin and anchor.',
  'swhid-mismatch': 'The repository holds another object at this place than the SWHID names.',
  'not-seen': 'What the link names was not read, so it is not pinned.',
  'digest-given': 'The digest was given with the request. The service has not seen the file.',
  'not-encrypted': 'The link is not encrypted: anyone on the way can change what a reader sees.',
  'branch-link': 'The link names a branch, which moves.',
  'tag-link': 'The link names a tag, which can be moved.',
  'short-commit': 'The link abbreviates its commit.',
  'no-commit': 'The link names no commit.',
  'live-page': 'A web page changes. Link to a file, or to a commit by its full id, or let the issuer keep a copy.',
  'not-byte-checkable': 'A video on the page of its host cannot be compared with anything. Link to the file, if there is one.',
  'page-needs-scripts': 'What the page shows is made by its scripts, so there is next to nothing to copy.',
  'page-too-complex': 'The page is too complex to be copied.',
  'not-a-page': 'It is no web page, so it cannot be copied as one.',
  'account-not-author': 'The hosting service names another account, or none, as the author of the commit.',
  'account-not-checked': 'The hosting service could not be asked who is the author of the commit.',
  private: 'It has no public address: only those whom the issuer shows it to can look.',
  'copy-incomplete': 'Some pictures or styles of the page could not be copied.',
  'copy-without-metadata': 'The copy lacks the metadata of the picture, so its digest differs.',
  'copy-format': 'Metadata cannot be taken out of a picture of this kind, so it is not copied.',
  'copies-too-large': 'The copies of this badge would be too large together.',
  empty: 'The file is empty.',
  'media-type-mismatch': 'The file is not what its host calls it.',
  unreachable: 'Nobody answered.',
  timeout: 'The answer took too long.',
  'too-large': 'It is too large to be read.',
  'refused-address': 'This address is not visited.',
  'http-status': 'The host answered with an error.',
  'repository-private': 'The repository is not there, or not public.',
  'repository-not-found': 'The repository is not there, or not public.',
  'not-a-repository': 'This address does not answer as a repository does.',
  'empty-repository': 'The repository has no commits.',
  'ref-not-found': 'The repository has no such branch or tag.',
  'commit-not-found': 'The repository does not have this commit.',
  'ambiguous-commit': 'The abbreviated commit fits several.',
  'path-not-found': 'There is no such file or folder in this version.',
  'repository-moved': 'The repository has moved to another address.',
  'not-on-a-branch': 'No branch or tag of the repository leads to this commit. It may be from a fork.',
  submodule: 'Part of the work is in another repository (a submodule), which was not read.',
  symlink: 'There are symbolic links, which were not followed.',
  'symlink-outside': 'There are symbolic links to places outside of the repository.',
  'lfs-pointer': 'Some files are kept elsewhere (Git LFS) and were not read.',
  'unsafe-name': 'There are file names that are unsafe on some systems.',
  'sizes-not-read': 'The files are too large to be read; only their names were.',
  'history-not-read': 'The history could not be read.',
  'history-truncated': 'The history is longer than what was read.',
  'no-swhid': 'This is a SHA-256 repository, for which there are no SWHIDs yet.',
};

const AUTHORSHIP: Readonly<Record<Authorship['method'], string>> = {
  token: 'a text of the issuer, in',
  did: 'their DID,',
  'signed-commit': 'commits signed by a key they proved,',
  'linked-account': 'a linked account,',
  assessor: 'the word of',
};

function shareText({ share }: Authorship): string {
  return share === null ? '' : ` (${share.commits} of ${share.of} commits)`;
}

/** What was found about one link, as text for a person. */
export function evidenceText(item: EvidenceFinding, terminal: Terminal): string {
  const headline = item.pinned
    ? paint(terminal, 'green', `✓ Can be pinned ${METHODS[item.method]}`)
    : paint(terminal, 'yellow', '– Cannot be pinned');
  const lines = [
    plain(item.url),
    `  ${headline} (${item.kind})`,
    ...(item.permalink === null || item.permalink === item.url ? [] : [`  The badge would hold  ${plain(item.permalink, 2000)}`]),
    ...(item.digestMultibase === null ? [] : [`  ${item.mediaType ?? ''}, ${item.size ?? 0} bytes, ${item.digestMultibase}`]),
    ...item.swhids.map((swhid) => `  ${plain(swhid, 2000)}`),
    ...(item.git === null ? [] : gitLines(item.git)),
    ...item.theirs.map((found) => `  Tied to the recipient: ${AUTHORSHIP[found.method]} ${plain(found.by, 500)}${shareText(found)}`),
    ...item.problems.map((code) => `  · ${PROBLEMS[code] ?? plain(code)}${code === 'ssh-link' ? instead(item.url) : ''}`),
  ];
  return `${lines.join('\n')}\n`;
}

function instead(url: string): string {
  const https = httpsOfRemote(url);
  return https === null ? '' : ` Link to ${https} instead.`;
}

function gitLines({ files, bytes, languages, history }: GitFinding): string[] {
  const size = bytes === null ? '' : `, ${bytes} bytes`;
  const names = languages.map(({ name }) => name).join(', ');
  const lines = [`  ${files} ${files === 1 ? 'file' : 'files'}${size}${names === '' ? '' : `: ${names}`}`];
  if (history === null) return lines;
  const { commits, complete, first, last, authored, signatures } = history;
  const count = `${complete ? '' : 'at least '}${commits} ${commits === 1 ? 'commit' : 'commits'}`;
  lines.push(`  ${count}, ${first?.slice(0, 10) ?? 'unknown'} to ${last?.slice(0, 10) ?? 'unknown'}`);
  if (authored !== null) lines.push(`  ${authored.byEmail} by the given e-mail addresses, ${authored.byKey} signed by the given keys`);
  const { valid, invalid, notChecked } = signatures;
  if (valid + invalid + notChecked > 0) lines.push(`  Signed commits: ${valid} valid, ${invalid} invalid, ${notChecked} not checked`);
  return lines;
}
