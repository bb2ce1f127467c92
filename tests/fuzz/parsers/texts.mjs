// Short texts of strangers: addresses of people, of hosts and of work, dates, and names of objects.
import { describeLink, gitTarget, isRefused, mayNameVersion, parseDigestMultibase, parseDigestSRI } from '@proofmark/evidence';
import * as primitives from '@proofmark/primitives';
import { addDuration } from '@proofmark/schemas';
import { httpsOfRemote, parseSwhid, sameRepository } from '@proofmark/schemas/git';
import { loggedPath, redact } from '../../../apps/issuer/dist/server/logger.js';
import { isPublicAddress } from '../../../packages/platform/dist/node/safe-fetch/address.js';
import { gateUrl } from '../../../packages/platform/dist/shared/url-gate.js';
import { parseOlderDate, writtenDate } from '../../../packages/verifying/dist/ob2/dates.js';

const { canonicalEmail, canonicalHost, emailSpellings, formatInstant, hostKind, isLoopbackHost, parseDateTimeZ, parseInstant } = primitives;
const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

function email(text) {
  const canonical = canonicalEmail(text);
  const spellings = emailSpellings(text);
  if (canonical === null) return spellings.length === 0 ? null : 'spellings of no address';
  if (canonicalEmail(canonical) !== canonical) return 'another spelling the second time';
  if (spellings[0] !== canonical || spellings.length > 21) return 'other spellings';
  return spellings.every((each) => canonicalEmail(each) === canonical) ? null : 'a spelling of another address';
}

function host(text) {
  const canonical = canonicalHost(text);
  const kind = hostKind(text);
  if (canonical === null) return kind === null ? null : 'a kind of no host';
  if (canonicalHost(canonical) !== canonical || hostKind(canonical) !== kind) return 'another host the second time';
  if (isLoopbackHost(text) !== (kind === 'loopback')) return 'two answers to whether it is this machine';
  const isAddress = /^\d+(?:\.\d+){3}$|^\[/.test(canonical);
  if (isAddress && kind === 'name') return 'an address that is a name';
  const ip = canonical.replace(/^\[|\]$/g, '');
  return isAddress && kind === 'address' && !isPublicAddress(ip) ? 'a private address that is public' : null;
}

function gate(text) {
  const url = gateUrl(text, { allowLoopback: false, ports: [443] });
  if (url === null) return null;
  const isPlain = url.protocol === 'https:' && url.username === '' && url.port === '' && url.hash === '';
  return isPlain && hostKind(url.hostname) !== 'loopback' ? null : 'an address that must not be visited';
}

function link(text) {
  const found = describeLink(text, { now: Date.UTC(2026, 10, 28) });
  mayNameVersion(text);
  if (isRefused(found)) return found.pinned ? 'refused and pinned' : null;
  if (found.host !== null && hostKind(new URL(`https://${found.host}`).hostname) !== 'name') return 'work on a private host';
  if (found.pinned && !mayNameVersion(text)) return 'pinned, though it names no version';
  if (found.commit !== undefined && !text.toLowerCase().includes(found.commit)) return 'a commit that is not in the link';
  if (found.permalink !== undefined && found.pinnedBy === 'commit') {
    const again = describeLink(found.permalink);
    if (again.commit !== found.commit || again.repository !== found.repository) return 'a permalink to something else';
  }
  const target = gitTarget(text);
  if (target === null) return null;
  const permalink = target.permalinkOf(COMMIT, ['a b', 'é'], target.remotes[0]);
  return describeLink(permalink).commit === COMMIT ? null : 'a permalink without its commit';
}

function date(text) {
  const time = parseDateTimeZ(text);
  if (time !== null && time >= -62_135_596_800_000 && time < 253_402_300_800_000) {
    if (parseInstant(formatInstant(time)) !== Math.floor(time / 1000) * 1000) return 'another instant when it is written';
  }
  if (primitives.isCanonicalInstant(text) && time !== parseInstant(text)) return 'two instants of one text';
  for (const version of ['1.1', '2.0', null]) {
    const older = parseOlderDate(text, version);
    if (older !== null && !Number.isFinite(older)) return 'a date that is no number';
    writtenDate(text, version);
  }
  return null;
}

function remote(text) {
  const https = httpsOfRemote(text);
  if (https !== null && !/^https:\/\/[^/@]+\//.test(https)) return 'no address of a repository';
  sameRepository(text, 'https://github.com/ada/todo');
  const swhid = parseSwhid(text);
  return swhid === null || /^[0-9a-f]{40}$/.test(swhid.id) ? null : 'an id that is none';
}

function logged(text) {
  const [line, path] = [redact(text), loggedPath(text)];
  if (path.length > 256) return 'a long path';
  return /[a-z0-9]@[a-z0-9]|[a-z0-9]%40[a-z0-9]+\.[a-z0-9]/i.test(line) ? 'the address of a person in a log' : null;
}

function digest(text) {
  for (const { bytes } of [parseDigestMultibase(text), ...parseDigestSRI(text)].filter((each) => each !== null))
    if (bytes.length < 20) return 'a digest of a few bytes';
  return null;
}

export const TEXTS = [
  {
    name: 'email',
    check: email,
    seeds: ['Ada@Bücher.example', 'a.b+c@xn--bcher-kva.example', 'é@learner.example', 'ada@learner.example.'],
  },
  {
    name: 'host',
    check: host,
    seeds: [
      'acme.example',
      '127.0.0.1',
      '0x7f.1',
      '[::ffff:10.0.0.1]',
      '[2606:4700::1111]',
      '8.8.8.8',
      'bücher.example',
      '192.168.1.1',
      '[fe80::1]',
    ],
  },
  {
    name: 'gate',
    check: gate,
    seeds: [
      'https://acme.example/a?b#c',
      'https://127.0.0.1/',
      'https://user@acme.example:8443/',
      'https://[::1]/',
      'http://acme.example/',
    ],
  },
  {
    name: 'link',
    check: link,
    seeds: [
      `https://github.com/ada/todo/tree/${COMMIT}/src`,
      `https://github.com/ada/todo/blob/${COMMIT}/a%20b.md#L3`,
      `https://gitlab.com/a/b/c/-/blob/${COMMIT}/x`,
      `https://codeberg.org/ada/todo/src/commit/${COMMIT}/x`,
      `https://bitbucket.org/ada/todo/src/${COMMIT}/x`,
      `https://git.example/x.git#${COMMIT}`,
      `https://dev.azure.com/o/p/_git/r?version=GC${COMMIT}&path=/x`,
      `https://huggingface.co/a/b/blob/${COMMIT}/x`,
      `https://raw.githubusercontent.com/ada/todo/${COMMIT}/x`,
      `swh:1:dir:${COMMIT};origin=https://github.com/ada/todo;anchor=swh:1:rev:${COMMIT};path=/src`,
      'https://web.archive.org/web/20260101000000/https://ada.example/',
      'https://doi.org/10.5281/zenodo.1',
      'https://ada.example/report.pdf',
    ],
  },
  {
    name: 'date',
    check: date,
    seeds: ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.123+02:00', '2026-11-22T09:00+02', '1700000000', '2024-02-29'],
  },
  {
    name: 'remote',
    check: remote,
    seeds: ['git@github.com:ada/todo.git', 'ssh://git@host.example:22/a/b', `swh:1:rev:${COMMIT}`, 'https://www.github.com/Ada/Todo.git/'],
  },
  {
    name: 'logged',
    check: logged,
    seeds: ['/badges/ada@learner.example?x="y"', 'postgres://user:secret@db.example/x', '/a%40learner.example/pm_live_abc_def'],
  },
  {
    name: 'digest',
    check: digest,
    seeds: ['zQmWvQxTqbG2Z9HPJgG57jjwR154cKhbtJenbyYTWkjgF3e', `sha384-${'A'.repeat(64)} sha256-${'A'.repeat(43)}=`],
  },
  {
    name: 'duration',
    seeds: ['P1Y2M3DT4H5M6S', 'P200Y', 'PT0S'],
    // What is no duration never comes here; a pattern of the API sees to that.
    check: (text) => (/^P\d{1,3}Y$/.test(text) && !Number.isFinite(addDuration(0, text)) ? 'no instant' : null),
  },
];
