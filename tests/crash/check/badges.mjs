import { nodePorts } from '@proofmark/platform/node';
import { mapLimited } from '@proofmark/primitives';
import { memoDocuments, verify } from '@proofmark/verifying';
import { ask } from '../load/ask.mjs';
import { nameOf } from '../load/ledger.mjs';

const SAMPLE = 25;
const AT_ONCE = 8;

/** Whether something was asked about it since it was verified last. What has the same bytes needs no second look otherwise. */
function touchedSince({ touched, verified }) {
  return verified === undefined || verified < touched;
}

/** Every badge that was acknowledged is there with the same bytes, and verifies as what it is: those of this round and a sample of older ones, or all. */
export async function checkBadges(world, { all }) {
  const { ledger, random } = world;
  const mine = ({ touched }) => all || touched === ledger.round();
  const others = all ? ledger.acknowledged : ledger.acknowledged.filter((intent) => !mine(intent));
  const sample = Array.from({ length: Math.min(SAMPLE, others.length) }, () => random.pick(others));
  const ports = nodePorts({ allowLoopback: true });
  try {
    // Each document once a check: what they say is checked as of now.
    const documents = () => ({ ...ports, documents: memoDocuments(ports.documents) });
    const asked = { ports: documents(), anew: () => Object.assign(asked, { ports: documents() }) };
    const chosen = new Set([...ledger.acknowledged.filter(mine), ...sample]);
    await mapLimited(AT_ONCE, [...chosen], (intent) =>
      checkBadge(world, asked, intent, { verifies: sample.includes(intent) || touchedSince(intent) }),
    );
  } finally {
    await ports.close();
  }
}

async function checkBadge({ stage, ledger, random }, asked, intent, { verifies }) {
  const { badge, erased } = intent;
  const { status, body } = await ask(random.pick(stage.services), 'GET', `/v1/credentials/${badge.id}`, { apiKey: stage.apiKey });
  if (erased === 'acknowledged' && status !== 410) ledger.fail('lost', `${nameOf(intent)} was erased, and is answered with ${status}`);
  if (erased !== 'no' && status === 410) return;
  if (status !== 200) {
    ledger.fail('lost', `${nameOf(intent)} was acknowledged, and is answered with ${status}: ${JSON.stringify(body)?.slice(0, 200)}`);
    return;
  }
  if (JSON.stringify(body.credential) !== badge.json || body.jwt !== badge.jwt) {
    ledger.fail('lost', `${nameOf(intent)} has other bytes than those that were acknowledged`);
    return;
  }
  if (!verifies) return;
  intent.verified = ledger.round();
  for (const input of [{ json: body.credential }, { text: body.jwt }]) {
    const report = await verified(input, asked);
    const fault = faultIn(report, intent);
    if (fault !== null) ledger.fail('lost', `${nameOf(intent)} as ${'json' in input ? 'JSON' : 'a token'}: ${fault}`);
  }
}

const TRIES = 5;

/** A document that a busy machine does not hand out in time says nothing about a badge: then all are asked for anew, some times. */
async function verified(input, asked) {
  for (let tries = 1; ; tries += 1) {
    const { ports } = asked;
    const report = await verify(input, ports, { at: Date.now() });
    if (report.verdict !== 'unfinished' || tries === TRIES) return report;
    if (asked.ports === ports) asked.anew();
  }
}

/** What its verification shows that must not be; null when all is as it was told. */
function faultIn({ verdict, proofs, because }, { revoked, suspended }) {
  const good =
    proofs.length > 0 && proofs.every((proof) => proof.signature.outcome === 'passed' && proof.keyAuthorised.outcome === 'passed');
  if (!good) return `its proofs do not pass (${verdict}, ${because.join(', ')})`;
  const expected = [
    ...(revoked === 'no' ? [] : ['do-not-rely']),
    ...(revoked === 'acknowledged' || suspended === false ? [] : ['no-longer-current']),
    ...(revoked === 'acknowledged' || suspended === true ? [] : ['genuine-issuer-unknown']),
  ];
  return expected.includes(verdict)
    ? null
    : `its verdict is ${verdict} (${because.join(', ')}); revoked: ${revoked}, suspended: ${suspended}`;
}
