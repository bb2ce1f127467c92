import { credentialUrl, type Evidence, type UnsignedCredential } from '@proofmark/schemas';
import type { EvidenceFinding } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { WorkHistory } from '../../issuing/monitoring/work-log.js';
import { BADGE_ID, BASE, fullBadge, stored } from '../badge/badge.fixture.js';
import { badgeView } from '../badge/badge-view.js';
import { addresses } from '../layout/addresses.js';
import { workSection } from './evidence-section.js';
import { knownWork } from './known-evidence.js';

const NOW = new Date('2027-03-01T12:00:00Z');
const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const REPOSITORY: Evidence = { id: `https://github.com/ada/todo/tree/${COMMIT}`, type: ['Evidence'], name: 'Todo' };
const SWHID: Evidence = {
  id: `swh:1:dir:${'1'.repeat(40)};origin=https://github.com/ada/todo;anchor=swh:1:rev:${COMMIT}`,
  type: ['Evidence'],
  name: 'Software Heritage identifier',
};
const CAPTURE: Evidence = { id: `${credentialUrl(BASE, BADGE_ID)}/captures/1`, type: ['Evidence'], name: 'Copy', digestMultibase: 'uEiB1' };
const PAGE: Evidence = { id: 'https://todo.ada.example/', type: ['Evidence'], name: 'The running service' };

type Look = WorkHistory['looks'][number];
const look = (at: string, sameBytes: Look['sameBytes'], reason: string | null = null): Look => ({
  piece: 0,
  at: new Date(at),
  sameBytes,
  reason,
});
const copy = (by: 'issuer' | 'wayback', url: string | null, state: 'kept' | 'requested') =>
  ({ by, url, state, at: '2026-11-22T09:00:00Z', digestSRI: null }) as const;
const theirs = { method: 'linked-account', by: 'ada', at: '2026-11-22T09:00:00Z', share: { commits: 3, of: 4 } } as const;

function markup(more: Partial<WorkHistory>, finding: Partial<EvidenceFinding> = {}, evidence = [REPOSITORY]): string {
  const findings = evidence
    .filter(({ id }) => id === REPOSITORY.id || id === PAGE.id)
    .map(() => ({ changedAt: null, kept: [], theirs: [], ...finding }) as unknown as EvidenceFinding);
  const dates = { validFrom: new Date('2026-11-22T09:00:00Z'), validUntil: new Date('2028-11-22T09:00:00Z') };
  const history = { evidence, findings, looks: [], archived: [], endorsements: [], ...dates, ...more };
  const badge = badgeView(stored({ ...fullBadge(), evidence } as UnsignedCredential));
  return workSection(badge, knownWork(history, NOW), addresses(BASE)).toString();
}

function words(...given: Parameters<typeof markup>): string {
  return markup(...given)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:])/g, '$1');
}

it('shows a kind of work that it does not know as it is, whatever it is called', () => {
  const kinds = ['constructor', '__proto__', 'toString', 'Sculpture'];
  for (const genre of kinds) expect(words({}, {}, [{ ...REPOSITORY, genre }])).toContain(`Todo github.com ${genre} · commit 0f3c1b2`);
});

describe('the four lines on the page of a badge', () => {
  it('say when the issuer looked, and what it found', () => {
    const text = words({ looks: [look('2027-02-01T10:00:00Z', 'matches')] });
    expect(text).toContain('Same content Yes, it matches what was judged. The issuer looked at it on 1 February 2027 at 10:00 UTC.');
    expect(text).toContain('Age The work is current.');
    expect(words({})).toContain('Same content Not checked. The issuer has not looked at it again yet.');
  });

  it('keep the last answer when a later look got none, and say so', () => {
    const text = words({ looks: [look('2027-02-02T10:00:00Z', 'not-checked', 'timeout'), look('2027-02-01T10:00:00Z', 'matches')] });
    expect(text).toContain(
      'Yes, it matches what was judged. The issuer looked at it on 1 February 2027 at 10:00 UTC. It looked again on 2 February 2027 at 10:00 UTC, and could not find out. Its server took too long.',
    );
    expect(text).toContain('The last 2 looks');
  });

  it('say that work is gone, that a copy is kept, and where', () => {
    const kept = [copy('wayback', 'https://web.archive.org/web/20261122090000/https://todo.ada.example/', 'kept')];
    const text = words({ looks: [look('2027-02-01T10:00:00Z', 'gone', 'commit-not-found')] }, { kept });
    expect(text).toContain(
      'Same content It is gone; a copy is kept. The issuer looked at it on 1 February 2027 at 10:00 UTC. The repository does not give this commit any more',
    );
    expect(text).toContain(
      'Kept copy Yes. The Wayback Machine keeps a copy since 22 November 2026, 09:00 UTC. Open the copy web.archive.org',
    );
    expect(words({}, { kept: [copy('wayback', null, 'requested')] })).toContain(
      'Kept copy No. The Wayback Machine was asked on 22 November 2026',
    );
  });

  it('say by what method the work is theirs, and never that they wrote it', () => {
    const text = words({}, { theirs: [theirs] });
    expect(text).toContain('Theirs Yes (linked account “ada”, 3 of 4 commits).');
    expect(words({})).toContain('Theirs No.');
  });

  it('fold what only names the work again', () => {
    const text = words({}, { kept: [copy('issuer', CAPTURE.id ?? '', 'kept')] }, [PAGE, CAPTURE]);
    expect(text).not.toContain('Copy badges.example');
    expect(text).toContain('The issuer keeps a copy since 22 November 2026, 09:00 UTC. Open the copy badges.example');
    expect(text).toContain('Fixed version Yes. The badge holds the fingerprint of a copy that was taken when it was issued.');
    expect(text).toContain('Fixed by a copy');
    expect(words({}, {}, [PAGE])).toMatch(/No fixed version .*Fixed version No\./);
    const named = words({}, {}, [REPOSITORY, SWHID]);
    expect(named).toContain(`Its content is also named by swh:1:dir:${'1'.repeat(40)}`);
    expect(named.match(/How the issuer knows this Fixed version/g)).toHaveLength(1);
  });
});

describe('what a piece of work holds', () => {
  const git = {
    commit: COMMIT,
    ref: null,
    reachable: true,
    committedAt: '2026-11-20T09:00:00Z',
    files: 12,
    bytes: 48_200,
    languages: [
      { name: 'TypeScript', files: 9, bytes: 40_000 },
      { name: 'HTML', files: 3, bytes: 8_200 },
    ],
    history: {
      commits: 41,
      complete: false,
      first: '2026-09-01T09:00:00Z',
      last: '2026-11-20T09:00:00Z',
      authored: null,
      signatures: { valid: 0, invalid: 0, notChecked: 0 },
    },
  };

  it('is told in words: languages, size, commits and their time', () => {
    const text = words({}, { git });
    expect(text).toContain('TypeScript 83% · HTML 17% 12 files · 48.2 kB At least 41 commits From 1 September 2026 to 20 November 2026');
  });

  it('has its licence beside it, by the name of its file', () => {
    expect(words({}, { git: { ...git, licence: 'LICENSE.md' } })).toContain('12 files · 48.2 kB · Licence: LICENSE.md');
    expect(words({}, { git: { ...git, licence: null } })).not.toContain('Licence');
  });

  it('is shown small where it is a picture of which the issuer keeps a copy', () => {
    const kept = [copy('issuer', CAPTURE.id ?? '', 'kept')];
    const shown = markup({}, { mediaType: 'image/png', kept }, [PAGE]);
    expect(shown).toContain(
      `<img src="/credentials/${BADGE_ID}/captures/1" alt="Picture of the work: The running service" loading="lazy">`,
    );
    for (const [mediaType, by, url] of [
      ['text/html', 'issuer', CAPTURE.id],
      ['image/svg+xml', 'issuer', CAPTURE.id],
      ['image/png', 'wayback', 'https://web.archive.org/x.png'],
      ['image/png', 'issuer', 'https://elsewhere.example/credentials/1/captures/1'],
    ] as const)
      expect(markup({}, { mediaType, kept: [copy(by, url ?? '', 'kept')] }, [PAGE])).not.toContain('<img');
  });

  it('is the last change of a file, with its size beside its kind, and nothing where nothing was found out', () => {
    const text = words({}, { size: 2_500_000, changedAt: '2026-11-20T09:00:00Z' });
    expect(text).toMatch(/\w · 2\.5 MB /);
    expect(text).toContain('Last changed on 20 November 2026');
    expect(words({}, { size: 2_500_000 })).toMatch(/\w · 2\.5 MB /);
    expect(words({})).not.toContain('Last changed');
  });

  it('is short in its answers: a copy and a link to the person are named where there are any', () => {
    const looks = [look('2027-02-01T10:00:00Z', 'matches')];
    const text = words({ looks }, { git, theirs: [theirs], kept: [copy('wayback', 'https://web.archive.org/x', 'kept')] });
    expect(text).toContain('Fixed version Unchanged on 1 February 2027 Linked to the person Copy kept How the issuer knows this');
    expect(words({})).toContain('Not looked at again yet How the issuer knows this');
  });
});
