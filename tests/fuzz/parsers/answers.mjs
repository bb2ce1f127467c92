// What the APIs of forges, archives and the registry of DOIs answer.
import { isCanonicalInstant } from '@proofmark/primitives';
import { softwareHeritage } from '../../../apps/issuer/dist/archives/software-heritage.js';
import { wayback } from '../../../apps/issuer/dist/archives/wayback.js';
import { dataCite } from '../../../apps/issuer/dist/doi-registry/datacite.js';
import { github } from '../../../apps/issuer/dist/forge-api/github.js';
import { gitlab } from '../../../apps/issuer/dist/forge-api/gitlab.js';

const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const SWHID = `swh:1:rev:${COMMIT}`;
const NOW = Date.UTC(2026, 10, 28);
const TARGET = { url: 'https://github.com/ada/todo', swhid: SWHID };

/** Answers in turn; the last one again and again. A number is a status without a body. */
function serving(...answers) {
  let at = 0;
  return {
    async request({ url }) {
      const answer = answers[Math.min(at++, answers.length - 1)];
      if (typeof answer === 'number') return { ok: false, code: 'http-status', status: answer, headers: {} };
      return {
        ok: true,
        url,
        status: 200,
        mediaType: 'application/json',
        etag: null,
        headers: {},
        body: new Uint8Array(Buffer.from(answer)),
      };
    },
  };
}

/** The value of JSON as the language reads it, whatever else may be wrong with it. */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Of an answer, whether it names the commit that was asked for and an account as the forge writes them. */
function author({ ok, account }, commitIn, accountIn) {
  if (!ok) return null;
  if (commitIn !== COMMIT) return 'the author of another commit';
  if (account === null) return null;
  if (!/^[1-9]\d{0,19}$/.test(account.id)) return 'an account with another kind of number';
  if (!/^[\w.[\]-]{1,255}$/.test(account.name)) return 'an account with a name that may look like another';
  return String(accountIn?.id).endsWith(account.id) ? null : 'another account';
}

const forge = { base: 'https://forge.example', token: null };
async function byGithub(json) {
  const body = parsed(json);
  return author(await github({ ...forge, http: serving(json) }).authorOf('ada/todo', COMMIT), body?.sha, body?.author);
}
async function byGitlab(json) {
  const last = parsed(json)?.data?.project?.repository?.tree?.lastCommit;
  return author(await gitlab({ ...forge, http: serving(json) }).authorOf('ada/todo', COMMIT), last?.sha, last?.author);
}

const KNOWN = JSON.stringify({ [SWHID]: { known: true } });
const UNKNOWN = JSON.stringify({ [SWHID]: { known: false } });

/** What an archive said, as the rest of the service relies on it. */
function archived(answer, base) {
  if (answer.state === 'failed') return /^archive-[a-z]{3,20}$/.test(answer.reason) ? null : 'a reason of its own';
  if (answer.state === 'requested') {
    if (answer.job !== null && (typeof answer.job !== 'string' || answer.job === '')) return 'a job without a name';
    return Number.isInteger(answer.after) && answer.after >= 1 && answer.after <= 86_400 ? null : `to be asked after ${answer.after}`;
  }
  if (!answer.url.startsWith(`${base}/`) || !URL.canParse(answer.url)) return 'a copy elsewhere';
  return Number.isNaN(answer.at.getTime()) ? 'a copy of no time' : null;
}

async function heritage(json) {
  const made = (...answers) =>
    softwareHeritage({ base: 'https://archive.example', token: null, http: serving(...answers), now: () => new Date(NOW) });
  const steps = [
    await made(UNKNOWN, json, KNOWN).request(TARGET),
    await made(json, 503).request(TARGET),
    await made(json, UNKNOWN).status('7', TARGET),
    await made(json, KNOWN).status('7', { ...TARGET, swhid: null }),
  ];
  const core = parsed(json)?.[SWHID];
  if (steps[1].state === 'kept' && core?.known !== true) return 'a copy of what is not known';
  if (steps[2].state === 'kept') return 'a copy of what is not known';
  return steps.map((step) => archived(step, 'https://archive.example')).find((fault) => fault !== null) ?? null;
}

async function captured(json) {
  const made = () => wayback({ base: 'https://archive.example', keys: 'a:b', http: serving(json), now: () => new Date(NOW) });
  const steps = [await made().request(TARGET), await made().status('spn2-1', TARGET)];
  return steps.map((step) => archived(step, 'https://archive.example')).find((fault) => fault !== null) ?? null;
}

const DOI = '10.5281/zenodo.1234567';
async function registered(json) {
  const found = await dataCite(serving(json))(DOI);
  if (!found.ok) return ['doi-unknown', 'registry-silent'].includes(found.code) ? null : 'a code of its own';
  if (String(parsed(json)?.data?.id).toLowerCase() !== DOI) return 'another DOI';
  if (found.registeredAt !== null && !isCanonicalInstant(found.registeredAt)) return 'another time';
  return found.isVersion && !json.includes('Version') ? 'a version that is none' : null;
}

const text = (value) => JSON.stringify(value);
const lastCommit = (author) => ({ data: { project: { repository: { tree: { lastCommit: { sha: COMMIT, author } } } } } });

export const ANSWERS = [
  {
    name: 'github',
    json: true,
    check: byGithub,
    seeds: [
      { sha: COMMIT, author: { id: 7, login: 'ada' }, commit: { author: { email: 'ada@learner.example' } } },
      { sha: COMMIT, author: null },
      { sha: COMMIT, author: { id: Number.MAX_SAFE_INTEGER, login: 'ada-lovelace[bot]' } },
    ].map(text),
  },
  {
    name: 'gitlab',
    json: true,
    check: byGitlab,
    seeds: [lastCommit({ id: 'gid://gitlab/User/7', username: 'ada' }), lastCommit(null), { errors: [{ message: 'x' }], data: null }].map(
      text,
    ),
  },
  {
    name: 'heritage',
    json: true,
    check: heritage,
    seeds: [
      text({
        id: 7,
        save_request_status: 'accepted',
        save_task_status: 'succeeded',
        visit_status: 'full',
        visit_date: '2026-11-28T09:00:00Z',
      }),
      text({ id: 'a', save_request_status: 'accepted', save_task_status: 'not created', visit_status: null }),
      KNOWN,
      UNKNOWN,
    ],
  },
  {
    name: 'wayback',
    json: true,
    check: captured,
    seeds: [
      { status: 'success', job_id: 'spn2-1', timestamp: '20261128090000', original_url: TARGET.url },
      { status: 'pending', job_id: 'spn2-1' },
      { status: 'error', status_ext: 'error:too-many-requests', job_id: 'spn2-1' },
    ].map(text),
  },
  {
    name: 'datacite',
    json: true,
    check: registered,
    seeds: [
      {
        data: {
          id: DOI,
          attributes: {
            registered: '2026-11-01T09:00:00.000Z',
            relatedIdentifiers: [{ relationType: 'IsVersionOf', relatedIdentifier: '10.5281/x' }],
          },
        },
      },
      { data: { id: DOI.toUpperCase(), attributes: { registered: null, relatedIdentifiers: [{ relationType: 'HasVersion' }] } } },
    ].map(text),
  },
];
