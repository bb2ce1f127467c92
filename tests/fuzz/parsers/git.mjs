// What a git server answers: packets, refs, packs, trees, commits, deltas and signatures.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { createGitSource } from '@proofmark/git-reader';
import { nodeGitTransport } from '@proofmark/platform/node';
import { parseAdvertisement, parseRefs } from '../../../packages/git-reader/dist/advertisement.js';
import { applyDelta, resultSize } from '../../../packages/git-reader/dist/delta.js';
import { GitFault } from '../../../packages/git-reader/dist/fault.js';
import { parseCommit, parseTree } from '../../../packages/git-reader/dist/objects.js';
import { keyOfLine } from '../../../packages/git-reader/dist/ssh-key.js';
import { checkSignature } from '../../../packages/git-reader/dist/ssh-signature.js';

const transport = nodeGitTransport();
const bytes = (text) => new Uint8Array(Buffer.from(text, 'latin1'));
const packet = (data) => Buffer.concat([Buffer.from((data.length + 4).toString(16).padStart(4, '0')), Buffer.from(data)]);
const idOf = (type, content) => createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');

const blob = Buffer.from('hello\n');
const tree = Buffer.concat([Buffer.from('100644 a.ts\0'), Buffer.from(idOf('blob', blob), 'hex')]);
const ARMOUR = `-----BEGIN SSH SIGNATURE-----\n${Buffer.from('SSHSIG\0\0\0\x01\0\0\0\x33').toString('base64')}\n-----END SSH SIGNATURE-----`;
const commit = Buffer.from(
  `tree ${idOf('tree', tree)}\nauthor Ada <ada@learner.example> 1795338000 +0000\ncommitter Ada <ada@learner.example> 1795338000 +0000\ngpgsig ${ARMOUR.replaceAll('\n', '\n ')}\n\nDone\n`,
);
const id = idOf('commit', commit);

const CODES = { commit: 1, tree: 2, blob: 3 };
function entry(type, content) {
  const head = [(CODES[type] << 4) | (content.length & 15)];
  for (let rest = content.length >> 4; rest > 0; rest >>= 7) {
    head[head.length - 1] |= 0x80;
    head.push(rest & 0x7f);
  }
  return Buffer.concat([Buffer.from(head), deflateSync(content)]);
}
const pack = Buffer.concat([
  Buffer.from('PACK\0\0\0\x02\0\0\0\x03', 'latin1'),
  entry('commit', commit),
  entry('tree', tree),
  entry('blob', blob),
  Buffer.alloc(20),
]);
const advertisement = Buffer.concat([
  packet('# service=git-upload-pack\n'),
  Buffer.from('0000'),
  ...['version 2\n', 'ls-refs\n', 'fetch=shallow filter\n', 'object-format=sha1\n'].map(packet),
  Buffer.from('0000'),
]);
const refs = Buffer.concat([
  packet(`${id} HEAD\n`),
  packet(`${id} refs/heads/main\n`),
  packet(`${'1'.repeat(40)} refs/tags/v1 peeled:${id}\n`),
  Buffer.from('0000'),
]);
const answer = Buffer.concat([packet('packfile\n'), packet(Buffer.concat([Buffer.from([1]), pack])), Buffer.from('0000')]);

/** Reads a repository of which one answer was changed. */
function reading(which) {
  return async (changed) => {
    const given = { advertisement, refs, answer, [which]: changed };
    const exchange = async ({ url, body }) => {
      const isFetch = body !== undefined && Buffer.from(body).includes('command=fetch');
      const [kind, part] = body === undefined ? ['advertisement', given.advertisement] : ['result', isFetch ? given.answer : given.refs];
      return { ok: true, url, mediaType: `application/x-git-upload-pack-${kind}`, body: new Uint8Array(part) };
    };
    const source = createGitSource({ ...transport, begin: (time) => ({ ...transport.begin(time), exchange }) });
    const request = { remotes: ['https://git.example/x'], place: { names: 'version', parts: [id], versionIs: 'commit' } };
    const found = await source.read({ ...request, author: { emails: ['ada@learner.example'], sshKeys: [], pgpKeys: [] } });
    return found.ok && found.commit !== id ? 'another commit' : null;
  };
}

/** A fault of git ends the reading; anything else would end the program. */
const faulting = (read) => (changed) => {
  try {
    read(changed);
  } catch (error) {
    if (!(error instanceof GitFault)) throw error;
  }
  return null;
};

const DELTA = Uint8Array.from([6, 9, 0x90, 6, 3, 97, 98, 99]);
const signature = async (text) => {
  const { outcome } = await checkSignature(Buffer.from(text).toString('latin1'), bytes('x'), transport.signatures);
  return outcome === 'valid' ? 'a signature that nobody made' : null;
};

export const GIT = [
  { name: 'git-advertisement', check: reading('advertisement'), seeds: [new Uint8Array(advertisement)] },
  { name: 'git-refs', check: reading('refs'), seeds: [new Uint8Array(refs)] },
  { name: 'git-pack', check: reading('answer'), seeds: [new Uint8Array(answer)] },
  {
    name: 'git-packets',
    check: faulting((changed) => [parseAdvertisement, parseRefs].forEach((read) => void faulting(read)(changed))),
    seeds: [new Uint8Array(refs)],
  },
  { name: 'git-tree', check: faulting((changed) => parseTree(changed, 20)), seeds: [new Uint8Array(tree)] },
  { name: 'git-commit', check: faulting(parseCommit), seeds: [new Uint8Array(commit)] },
  {
    name: 'git-delta',
    seeds: [DELTA],
    check: faulting((changed) => {
      if (applyDelta(new Uint8Array(blob), changed, 10_000).length !== resultSize(changed)) throw new Error('another size');
    }),
  },
  { name: 'git-signature', check: signature, seeds: [bytes(ARMOUR)] },
  {
    name: 'ssh-line',
    check: (text) => (keyOfLine(text) === '' ? 'an empty key' : null),
    seeds: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== ada'],
  },
];
