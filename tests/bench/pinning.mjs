// What it costs to pin a repository: time, and the memory of a process that does nothing else.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGitSource } from '@proofmark/git-reader';
import { nodeGitTransport } from '@proofmark/platform/node';
import { findHttpBackend, gitHttpBackend, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { keep } from './results-file.mjs';

const quick = process.argv.includes('--quick');
const ROUNDS = quick ? 1 : 5;

const line = (seed) => `export const value${seed} = ${(seed * 2654435761) % 4294967296};\n`;
const file = (seed) => Array.from({ length: 40 }, (_, at) => line(seed * 100 + at)).join('');

async function manyFiles() {
  const repository = await makeRepository();
  const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`src/d${at % 100}/f${at}.ts`, file(at)]));
  await repository.branch('main', await repository.commit(files));
  return repository;
}

async function manyCommits() {
  const repository = await makeRepository();
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`src/f${at}.ts`, file(at)]));
  let commit;
  for (let round = 0; round < 1000; round++) {
    files[`src/f${round % 50}.ts`] = file(round * 7);
    commit = await repository.commit(files, { time: 1_700_000_000 + round * 3600, ...(commit === undefined ? {} : { parents: [commit] }) });
  }
  await repository.branch('main', commit);
  return repository;
}

/** The most memory that this process ever had, in MB. Linux counts its parent's into `maxRSS`, and so is asked otherwise. */
function mostMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

/** One reading in this process: what it found, how long it took, and the most memory that the process ever had. */
async function readOnce(url) {
  const host = nodeGitTransport({ allowLoopback: true });
  const before = mostMemory();
  const start = performance.now();
  const read = await createGitSource(host).read({ remotes: [url], place: { names: 'head' }, author: { emails: ['ada@example.org'] } });
  const milliseconds = performance.now() - start;
  if (!read.ok) throw new Error(read.code);
  const { files, bytes } = read.tree;
  const memory = { before, most: mostMemory() };
  console.log(JSON.stringify({ milliseconds, memory, files, bytes, commits: read.history?.commits }));
  await host.close();
}

async function measure(url) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--read', url], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    for await (const chunk of child.stdout) text += chunk;
    rounds.push(JSON.parse(text));
  }
  const median = (pick) => rounds.map(pick).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
  const { files, bytes, commits } = rounds[0];
  return {
    files,
    bytes,
    commits,
    milliseconds: median((r) => r.milliseconds),
    memory: median((r) => r.memory.most),
    idle: median((r) => r.memory.before),
  };
}

async function main() {
  const program = findHttpBackend();
  const rows = [
    '| repository | server | files | bytes | commits | time, ms | most memory, MB | before, MB |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const [name, make] of [
    ['10,000 files', manyFiles],
    ['1,000 commits', manyCommits],
  ]) {
    const repository = await make();
    const servers = [['the small one of the tests', uploadPack(repository.root)]];
    if (program !== null) {
      execFileSync('git', ['-C', repository.folder, '-c', 'safe.directory=*', 'gc', '-q']);
      execFileSync('git', ['-C', repository.folder, 'config', 'uploadpack.allowFilter', 'true']);
      servers.splice(0, 1, ["git's own, with filters", gitHttpBackend(program, repository.root)]);
    }
    for (const [server, listener] of servers) {
      const started = await loopbackServer(listener);
      const { files, bytes, commits, milliseconds, memory, idle } = await measure(`${started.origin}/ada/work.git`);
      const numbers = [files, bytes, commits, milliseconds, memory, idle].map((number) => Math.round(number).toLocaleString('en'));
      rows.push(`| ${name} | ${server} | ${numbers.join(' | ')} |`);
      await started.close();
    }
  }
  await removeRepositories();
  const text = `## Pinning a repository\n\nEach reading in a process of its own, the median of ${ROUNDS}; *before* is what that process takes with nothing read.\n\n${rows.join('\n')}`;
  console.log(text);
  if (!quick) keep('pinning', text);
}

const [flag, url] = process.argv.slice(2);
await (flag === '--read' ? readOnce(url) : main());
