import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DeclaredAuthor, EvidenceChallenge, Recipient } from '@proofmark/schemas/api';
import type { EvidenceReportDocument } from '@proofmark/schemas/evidence';
import {
  type LoopbackServer,
  loopbackServer,
  makeRepository,
  removeRepositories,
  sshSignature,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialRecord } from '../../store/index.js';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { CommitAuthor, Forge } from './evidence-sources.js';

const ADA: Recipient = { email: 'ada@example.org' };

describe('the authorship of evidence', () => {
  let issuing: Issuing;
  let acme: Tenant;
  let globex: Tenant;
  let repository: TestRepository;
  let git: LoopbackServer;
  let site: LoopbackServer;
  let files: Record<string, string | readonly [string, string]>;
  let author: CommitAuthor;
  const forge = (): Forge => ({ host: new URL(git.origin).host, authorOf: async () => author });
  beforeAll(async () => {
    issuing = await startIssuing();
    acme = await makeTenant(issuing, 'acme', { evidencePolicy: { min: 1, authorship: 'required' } });
    globex = await makeTenant(issuing, 'globex');
    repository = await makeRepository();
    git = await loopbackServer(uploadPack(repository.root));
    site = await loopbackServer((request, response) => {
      const file = files[request.url ?? ''] ?? (['text/html', '<!doctype html><p>Work'] as const);
      const [type, body] = typeof file === 'string' ? ['text/plain', file] : file;
      if (type === 'redirect') return void response.writeHead(302, { location: body }).end();
      response.writeHead(200, { 'content-type': type }).end(body);
    });
  });
  beforeEach(() => {
    files = {};
    author = { ok: false };
  });
  afterAll(async () => {
    await Promise.all([git.close(), site.close()]);
    await removeRepositories();
    await issuing.close();
  });

  const link = (): string => `${git.origin}/ada/work/-/tree/main`;
  const challenge = async (url: string, recipient: Recipient = ADA, tenant: Tenant = acme): Promise<EvidenceChallenge> =>
    good(await issuing.useCases.createEvidenceChallenge({ actor: tenant.actor, input: { recipient, url } }));
  const textFor = async (...args: Parameters<typeof challenge>): Promise<string> => (await challenge(...args)).places[0]?.text ?? '';
  async function push(tree: Readonly<Record<string, string>>, sign?: (payload: string) => string): Promise<string> {
    const commit = await repository.commit(tree, sign === undefined ? {} : { sign });
    await repository.branch('main', commit);
    return commit;
  }
  /** The authorship that the check finds; issuing finds the same, or refuses. */
  async function authorshipOf(
    url: string,
    recipient: Recipient = ADA,
    more: DeclaredAuthor = {},
  ): Promise<readonly (readonly [string, string])[]> {
    const { checkEvidence, issueCredential } = issuing.with({ sources: { forges: [forge()] } });
    const evidence = [{ url }];
    const achievementId = acme.achievement.id;
    const { items, policy } = good(await checkEvidence({ actor: acme.actor, input: { achievementId, evidence, recipient, author: more } }));
    const body = { recipient, evidence, author: more };
    const issued = await issueCredential({ actor: acme.actor, input: { achievementId, body, idempotencyKey: null } });
    const found = items[0]?.theirs ?? [];
    expect([policy?.met, issued.ok]).toEqual([found.length > 0, found.length > 0]);
    if (issued.ok)
      await expectInReport(
        issued.value.credential,
        found.map(({ method }) => method),
      );
    return found.map(({ method, by }) => [method, by]);
  }
  async function expectInReport({ id }: CredentialRecord, methods: readonly string[]): Promise<void> {
    const { rows } = await issuing.database.pool.query('SELECT body FROM evidence_report WHERE credential_id = $1', [id]);
    expect((JSON.parse(rows[0].body) as EvidenceReportDocument).items[0]?.theirs.map(({ method }) => method)).toEqual(methods);
  }

  describe('by a text of the issuer', () => {
    it.each(['proofmark.txt', '.well-known/proofmark.txt'])('in %s of the repository', async (path) => {
      await push({ 'a.ts': 'let a;', [path]: `${await textFor(link())}\n` });
      expect(await authorshipOf(link())).toEqual([['token', path]]);
    });

    it('is the same each time, and different for every recipient, issuer and place', async () => {
      const texts = [
        await textFor(link()),
        await textFor(`${git.origin}/ada/other/-/tree/main`),
        await textFor(link(), { email: 'eve@example.org' }),
        await textFor(link(), { did: 'did:example:ada' }),
        await textFor(link(), ADA, globex),
        (await challenge(link())).signature.text,
      ];
      expect(new Set(texts).size).toBe(6);
      expect(await textFor(`${git.origin}/Ada/Work.git`, { email: ' ADA@example.org ' })).toBe(texts[0]);
      expect(texts.join()).not.toMatch(/ada|example/i);
    });

    it('does not count for another recipient, in another file, or in a commit that no branch reaches', async () => {
      const text = await textFor(link());
      const marked = await push({ 'a.ts': 'let a;', 'proofmark.txt': text });
      expect(await authorshipOf(link(), { email: 'eve@example.org' })).toEqual([]);
      await push({ 'a.ts': 'let a;', 'docs/proofmark.txt': text, 'README.md': text });
      expect(await authorshipOf(link())).toEqual([]);
      expect(await authorshipOf(`${git.origin}/ada/work/-/tree/${marked}`)).toEqual([]);
    });

    it('counts on the site of a page', async () => {
      const url = `${site.origin}/app/`;
      files['/.well-known/proofmark.txt'] = await textFor(url);
      expect(await authorshipOf(url)).toEqual([['token', '/.well-known/proofmark.txt']]);
    });

    it('does not count from another origin, or from a page', async () => {
      const url = `${site.origin}/app/`;
      const text = await textFor(url);
      files['/.well-known/proofmark.txt'] = ['text/html', text];
      expect(await authorshipOf(url)).toEqual([]);
      const other = await loopbackServer((_request, response) => response.setHeader('content-type', 'text/plain').end(text));
      files['/.well-known/proofmark.txt'] = ['redirect', `${other.origin}/`];
      expect(await authorshipOf(url)).toEqual([]);
      await other.close();
    });
  });

  it('is shown by the DID of the recipient when the badge is for a DID', async () => {
    const did = 'did:example:ada';
    await push({ 'a.ts': 'let a;', 'proofmark.txt': `${did}\n` });
    expect(await authorshipOf(link(), { did })).toEqual([['did', did]]);
    expect(await authorshipOf(link())).toEqual([]);
    const onSite = `did:web:localhost%3A${new URL(site.origin).port}`;
    files['/.well-known/did.json'] = ['application/did+json', JSON.stringify({ id: onSite })];
    expect(await authorshipOf(`${site.origin}/app/`, { did: onSite })).toEqual([['did', onSite]]);
  });

  describe('by a signed commit', () => {
    const keys = generateKeyPairSync('ed25519');
    const sign = (text: string, namespace?: string): string => sshSignature(text, keys.publicKey, keys.privateKey, namespace);
    const signatureOf = async (end = ''): Promise<string> => sign((await challenge(link())).signature.text + end, 'proofmark');

    it('counts when its key signed the challenge, with the share of commits', async () => {
      const first = await repository.commit({ 'a.ts': 'let a;' });
      const second = await repository.commit({ 'a.ts': 'let b;' }, { parents: [first], sign });
      await repository.branch('main', await repository.commit({ 'a.ts': 'let c;' }, { parents: [second] }));
      const author = { sshSignatures: [await signatureOf()] };
      expect(await authorshipOf(link(), ADA, author)).toEqual([['signed-commit', expect.stringMatching(/^SHA256:[\w+/]{43}$/)]]);
      const input = { achievementId: acme.achievement.id, evidence: [{ url: link() }], recipient: ADA, author };
      const { items } = good(await issuing.useCases.checkEvidence({ actor: acme.actor, input }));
      expect(items[0]?.theirs[0]?.share).toEqual({ commits: 1, of: 3 });
    });

    it('accepts the line break that echo adds, and ignores a key that signed no commit', async () => {
      await push({ 'a.ts': 'let a;' }, sign);
      expect(await authorshipOf(link(), ADA, { sshSignatures: [await signatureOf('\n')] })).toHaveLength(1);
      await push({ 'a.ts': 'let d;' });
      expect(await authorshipOf(link(), ADA, { sshSignatures: [await signatureOf()] })).toEqual([]);
    });

    it('does not count for a key or an address that is only declared', async () => {
      await push({ 'a.ts': 'let a;' }, sign);
      const line = `ssh-ed25519 ${Buffer.concat([Buffer.from('0000000b7373682d6564323535313900000020', 'hex'), Buffer.from(keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')]).toString('base64')}`;
      expect(await authorshipOf(link(), ADA, { sshKeys: [line], emails: ['ada@example.org'] })).toEqual([]);
    });

    it.each([
      ['another text', async () => sign('proofmark-challenge=x', 'proofmark')],
      ['another purpose', async () => sign((await challenge(link())).signature.text)],
      ['somebody else’s challenge', async () => sign((await challenge(link(), { email: 'eve@example.org' })).signature.text, 'proofmark')],
      ['the text for a place', async () => sign(await textFor(link()), 'proofmark')],
      ['nothing', async () => '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----'],
    ])('refuses a signature of %s, and says where', async (_, make) => {
      const body = { recipient: ADA, evidence: [{ url: link() }], author: { sshSignatures: [await signatureOf(), await make()] } };
      const issued = await issuing.useCases.issueCredential({
        actor: acme.actor,
        input: { achievementId: acme.achievement.id, body, idempotencyKey: null },
      });
      expect(issued).toMatchObject({ ok: false, refusal: { errors: [{ pointer: '/author/sshSignatures/1', code: 'wrong-signature' }] } });
    });

    it('is refused without a recipient', async () => {
      const input = { evidence: [{ url: link() }], author: { sshSignatures: [await signatureOf()] } };
      expect(await issuing.useCases.checkEvidence({ actor: acme.actor, input })).toMatchObject({
        ok: false,
        refusal: { errors: [{ pointer: '/author/sshSignatures/0', detail: expect.stringContaining('name the recipient') }] },
      });
    });

    it('works with ssh-keygen itself, by the command that the answer names', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'proofmark-ssh-'));
      try {
        const run = promisify(execFile);
        const made = await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')]).catch(() => null);
        if (made === null) return;
        const { text, namespace, command } = (await challenge(link())).signature;
        expect(command).toBe(`printf %s '${text}' | ssh-keygen -Y sign -n ${namespace} -f ~/.ssh/id_ed25519`);
        await writeFile(join(folder, 'text'), text);
        await run('ssh-keygen', ['-q', '-Y', 'sign', '-n', namespace, '-f', join(folder, 'key'), join(folder, 'text')]);
        await push({ 'a.ts': 'let a;' });
        expect(await authorshipOf(link(), ADA, { sshSignatures: [await readFile(join(folder, 'text.sig'), 'utf8')] })).toEqual([]);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });

  it('is shown by a linked account when the forge names it as the author', async () => {
    await push({ 'a.ts': 'let a;' });
    const { host } = new URL(git.origin);
    const accounts = [{ host, id: '7' }];
    author = { ok: true, account: { id: '7', name: 'ada' } };
    expect(await authorshipOf(link(), ADA, { accounts })).toEqual([['linked-account', `ada (${host})`]]);
    expect(await authorshipOf(link(), ADA, { accounts: [{ host: 'github.com', id: '7' }] })).toEqual([]);
    const problems = async (): Promise<readonly string[]> => {
      const { checkEvidence } = issuing.with({ sources: { forges: [forge()] } });
      const input = { evidence: [{ url: link() }], author: { accounts } };
      return good(await checkEvidence({ actor: acme.actor, input })).items[0]?.problems ?? [];
    };
    author = { ok: true, account: { id: '8', name: 'eve' } };
    expect(await problems()).toEqual(['account-not-author']);
    author = { ok: true, account: null };
    expect(await problems()).toEqual(['account-not-author']);
    author = { ok: false };
    expect(await problems()).toEqual(['account-not-checked']);
  });
});
