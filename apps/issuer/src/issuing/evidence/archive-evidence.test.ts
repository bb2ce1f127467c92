import { guardedHttp } from '@proofmark/platform/node';
import { formatInstant } from '@proofmark/primitives';
import type { CaptureRequest } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HeritageServer, heritageServer, type WaybackServer, waybackServer } from '../../archives/archive-servers.fixture.js';
import { softwareHeritage } from '../../archives/software-heritage.js';
import { wayback } from '../../archives/wayback.js';
import type { CredentialRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { withHistory } from '../monitoring/credential-history.js';
import { loggedWork } from '../monitoring/work-log.js';
import type { UseCases } from '../use-cases.js';
import type { Archives } from './evidence-sources.js';

const BOTH: CaptureRequest = { archive: ['software-heritage', 'wayback'], consent: true };

describe('archiving', () => {
  let issuing: Issuing;
  let useCases: UseCases;
  let archives: Archives;
  let clock: { now(): Date };
  let acme: Tenant;
  let git: LoopbackServer;
  let files: LoopbackServer;
  let heritage: HeritageServer;
  let machine: WaybackServer;
  let time: number;
  beforeAll(async () => {
    issuing = await startIssuing();
    acme = await makeTenant(issuing, 'acme');
    const repository = await makeRepository();
    git = await loopbackServer(uploadPack(repository.root));
    await repository.branch('main', await repository.commit({ 'a.ts': 'let a;' }));
    files = await loopbackServer((_request, response) => response.setHeader('content-type', 'application/pdf').end('%PDF-1.7'));
    [heritage, machine] = await Promise.all([heritageServer(), waybackServer()]);
    const [http, now] = [guardedHttp({ allowLoopback: true }), () => new Date(time)];
    clock = { now };
    archives = {
      'software-heritage': softwareHeritage({ base: heritage.server.origin, token: null, http, now }),
      wayback: wayback({ base: machine.server.origin, keys: 'a:s', http, now }),
    };
    useCases = issuing.with({ clock, sources: { archives } });
  });
  beforeEach(async () => {
    time = Date.now();
    heritage.asked.length = machine.asked.length = 0;
    heritage.known.clear();
    machine.state = { status: 'pending' };
    await issuing.database.pool.query('DELETE FROM pgboss.job');
  });
  afterAll(async () => {
    await Promise.all([git, files, heritage.server, machine.server].map((server) => server.close()));
    await removeRepositories();
    await issuing.close();
  });

  const urls = (): readonly { url: string }[] => [{ url: `${git.origin}/ada/work.git#main` }, { url: `${files.origin}/a.pdf` }];
  const issue = (keep: CaptureRequest | undefined, using = useCases) =>
    using.issueCredential({
      actor: acme.actor,
      input: {
        achievementId: acme.achievement.id,
        body: { recipient: { email: 'ada@example.org' }, evidence: urls(), keep },
        idempotencyKey: null,
      },
    });
  const keyOf = ({ issuerId, id }: CredentialRecord) => ({ issuerId, credentialId: id });
  const states = async (credential: CredentialRecord): Promise<string[]> =>
    (await issuing.store.evidence.archiveRequests(keyOf(credential))).map(({ n, archive, state, reason }) =>
      [n, archive, state, ...(reason === null ? [] : [reason])].join(' '),
    );
  const jobs = async (): Promise<readonly { data: unknown; start_after: Date }[]> =>
    (await issuing.database.pool.query(`SELECT data, start_after FROM pgboss.job WHERE name = 'archive-work' AND state = 'created'`)).rows;

  it('is ordered when the badge is issued, and the report records the request', async () => {
    const credential = good(await issue(BOTH)).credential;
    expect(credential.evidenceFindings.map(({ kept }) => kept.map(({ by, state, url }) => [by, state, url]))).toEqual([
      [
        ['software-heritage', 'requested', null],
        ['wayback', 'requested', null],
      ],
      [['wayback', 'requested', null]],
    ]);
    expect(await states(credential)).toEqual(['1 software-heritage requested', '1 wayback requested', '2 wayback requested']);
    expect((await jobs()).map(({ data }) => data)).toEqual([keyOf(credential)]);
    // Nobody is asked before the badge is there.
    expect([heritage.asked, machine.asked]).toEqual([[], []]);
  });

  it('asks each archive until it has given a final answer', async () => {
    const credential = good(await issue(BOTH)).credential;
    await issuing.database.pool.query('DELETE FROM pgboss.job');
    await useCases.archiveEvidence(keyOf(credential));
    expect(machine.asked).toHaveLength(2);
    expect(heritage.asked.map((line) => line.split(' ')[0])).toEqual(['POST', 'POST']);
    const [next] = await jobs();
    expect(next?.start_after.getTime()).toBe(time + 60_000);
    // Too early: nobody is asked.
    await useCases.archiveEvidence(keyOf(credential));
    expect(machine.asked).toHaveLength(2);
    time += 121_000;
    machine.state = { status: 'success', timestamp: '20261122090130' };
    heritage.state = { save_request_status: 'rejected' };
    await issuing.database.pool.query('DELETE FROM pgboss.job');
    await useCases.archiveEvidence(keyOf(credential));
    expect(await states(credential)).toEqual(['1 software-heritage failed archive-refused', '1 wayback kept', '2 wayback kept']);
    const [, page] = await issuing.store.evidence.archiveRequests(keyOf(credential));
    expect(page).toMatchObject({ archivedUrl: expect.stringContaining('/web/20261122090130/'), at: new Date('2026-11-22T09:01:30Z') });
    expect(await jobs()).toEqual([]);
    const { history } = await withHistory(issuing.store, credential);
    const at = '2026-11-22T09:01:30Z';
    const copy = { by: 'wayback', state: 'kept', at, digestSRI: null, url: expect.stringContaining('/web/20261122090130/') };
    const rejected = { by: 'software-heritage', url: null, state: 'failed', at: formatInstant(time), digestSRI: null };
    expect(loggedWork(history, new Date(time)).map(({ kept }) => kept)).toEqual([[rejected, copy], [copy]]);
    const asked = machine.asked.length;
    await useCases.archiveEvidence(keyOf(credential));
    expect(machine.asked).toHaveLength(asked);
    heritage.state = { save_request_status: 'accepted', save_task_status: 'pending' };
  });

  it('gives up an archive that has not answered for two weeks', async () => {
    const credential = good(await issue({ archive: ['wayback'], consent: true })).credential;
    await useCases.archiveEvidence(keyOf(credential));
    time += 15 * 86_400_000;
    await useCases.archiveEvidence(keyOf(credential));
    expect(await states(credential)).toEqual(['1 wayback failed archive-silent', '2 wayback failed archive-silent']);
  });

  it('asks no archive for a badge that was erased', async () => {
    const credential = good(await issue(BOTH)).credential;
    await issuing.database.pool.query('UPDATE credential SET erased_at = now() WHERE id = $1', [credential.id]);
    await useCases.archiveEvidence(keyOf(credential));
    expect(await states(credential)).toEqual(['1 software-heritage requested', '1 wayback requested', '2 wayback requested']);
    expect(await jobs()).toHaveLength(1);
    expect([heritage.asked, machine.asked]).toEqual([[], []]);
  });

  it('asks about no further piece once the learner has said no', async () => {
    const credential = good(await issue({ archive: ['wayback'], consent: true })).credential;
    const real = archives.wayback!;
    // The no comes while the archive answers about the first piece.
    const request = async (target: Parameters<typeof real.request>[0]) => {
      const answer = await real.request(target);
      await issuing.store.transaction((tx) => tx.consents.dropArchiveRequests(keyOf(credential)));
      return answer;
    };
    const using = issuing.with({ clock, sources: { archives: { wayback: { request, status: real.status } } } });
    await issuing.database.pool.query('DELETE FROM pgboss.job');
    await using.archiveEvidence(keyOf(credential));
    expect(machine.asked).toHaveLength(1);
    expect([await states(credential), await jobs()]).toEqual([[], []]);
  });

  it('is refused for an archive that the service is not connected to', async () => {
    const refused = await issue(BOTH, issuing.with({ clock, sources: { archives: { wayback: archives.wayback! } } }));
    const detail = expect.stringMatching(/is no archive that this service is connected to: leave it out/);
    const errors = [{ pointer: '/keep/archive/0', code: 'no-such-value', detail }];
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid-request', errors } });
    const check = await issuing.useCases.checkEvidence({ actor: acme.actor, input: { evidence: urls(), keep: BOTH } });
    expect(check).toMatchObject({ ok: false });
  });
});
