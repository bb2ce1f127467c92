/**
 * What clients asked for and what they were told. An intent is one badge that somebody wants, however often it is asked for.
 *
 * Of an intent: `state` is `open` (a key leads to it: the request can be repeated), `unknown` (no key, no answer) or `acknowledged`, and then `badge`
 * has what was handed out. `revoked` and `erased` are `no`, `asked` or `acknowledged`; `suspended` is null while it is not known.
 * `work` has the address of what is behind the badge, how often that became another, and the last round in which it did; it is null for most.
 */
export function openLedger(seed) {
  const intents = [];
  const jobs = [];
  const places = new Map();
  const failures = [];
  const acknowledged = [];
  const unanswered = [];
  let round = 0;
  let checking = 'the requests';

  const fail = (kind, text) => failures.push({ kind, text, found: checking });

  /** Notes that a badge has a place; another badge must not have it, ever. */
  function place(at, id) {
    const other = places.get(at) ?? id;
    if (other !== id) fail('reused', `place ${at} belongs to ${other} and to ${id}`);
    places.set(at, other);
  }

  function handedOut(intent, body) {
    const badge = { id: body.id, json: JSON.stringify(body.credential), jwt: body.jwt };
    if (intent.badge !== null) {
      if (intent.badge.id !== badge.id) fail('doubled', `${nameOf(intent)} got ${intent.badge.id}, and later ${badge.id}`);
      else if (intent.badge.json !== badge.json || intent.badge.jwt !== badge.jwt)
        fail('lost', `${nameOf(intent)} got other bytes the second time`);
      return;
    }
    intent.badge = badge;
    intent.state = 'acknowledged';
    intent.touched = round;
    acknowledged.push(intent);
    for (const { statusListCredential, statusListIndex } of [body.credential.credentialStatus].flat().slice(0, 1)) {
      intent.place = { list: statusListCredential, index: Number(statusListIndex) };
      place(`${statusListCredential}#${statusListIndex}`, badge.id);
    }
  }

  return {
    intents,
    /** Uploads of rows. `id` is null until an answer names the job; each row is for a person of its own. */
    jobs,
    beginJob(more) {
      const n = jobs.length;
      const job = { n, key: `crash-job-${seed}-${n}`, id: null, unknown: false, round, ...more };
      jobs.push(job);
      return job;
    },
    failures,
    acknowledged,
    /** Requests that were to be sent again. */
    unanswered,
    fail,
    /** Notes what is looked at now: failures are told by what found them. */
    checking: (what) => {
      checking = what;
    },
    place,
    handedOut,
    failed: () => failures.length > 0,
    beginRound: () => {
      round += 1;
      checking = 'the requests';
      return round;
    },
    round: () => round,
    begin(more) {
      const n = intents.length;
      const email = more.of?.email ?? `intent-${n}@example.org`;
      const fresh = {
        state: 'new',
        work: null,
        badge: null,
        place: null,
        revoked: 'no',
        suspended: false,
        erased: 'no',
        renewed: false,
        busy: false,
      };
      const intent = { n, ...fresh, ...more, email, key: more.keyed ? `crash-${seed}-${n}` : null, touched: round };
      intents.push(intent);
      return intent;
    },
    counts() {
      const of = (kind) => failures.filter((failure) => failure.kind === kind).length;
      return { acknowledged: acknowledged.length, lost: of('lost'), doubled: of('doubled'), reused: of('reused') };
    },
    summary: () => ({
      seed,
      failures,
      jobs: jobs.map(({ tenant, ...rest }) => ({ ...rest, tenant: tenant.slug })),
      intents: intents.map(({ tenant, of, ...rest }) => ({ ...rest, tenant: tenant.slug, of: of?.n ?? null })),
    }),
  };
}

export function nameOf({ n, key, badge }) {
  return `intent ${n}${key === null ? '' : ` with the key ${key}`}${badge === null ? '' : ` (${badge.id})`}`;
}
