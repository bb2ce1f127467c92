import type { Report } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../../../tests/support/reports.js';
import { PUBLIC_REGISTRIES } from './public-registries.js';
import { TrustControl } from './trust-control.js';
import { type BadgeAt, issuersOf, TrustList } from './trust-list.js';
import { keepTrust, keptTrust, readTrust, withEntry, withoutEntry } from './trusted.js';

it('distinguishes domains, identifiers, registries and notes', () => {
  const text = `
acme.example # the academy
did:web:badges.example:issuers:acme
did:key:z6Mk#z6Mk
https://other.example
https://registry.example/registry.json   # ours
# nothing`;
  expect(readTrust(text)).toEqual({
    trustedIssuers: ['acme.example', 'did:web:badges.example:issuers:acme', 'did:key:z6Mk#z6Mk', 'https://other.example'],
    registries: [{ url: 'https://registry.example/registry.json', name: 'ours' }],
  });
  expect(readTrust(' \n#\n')).toEqual({});
});

it.each(['Acme Academy', 'Stanford', 'not an address', 'did:'])('asks nothing about %j, which anybody may be called', (entry) => {
  expect(readTrust(entry)).toEqual({});
});

it('adds an issuer once, and takes it away with its note', () => {
  const one = withEntry('', 'did:web:acme.example', 'acme.example');
  expect(one).toBe('did:web:acme.example # acme.example\n');
  expect(withEntry(one, 'did:web:acme.example', 'again')).toBe(one);
  expect(withoutEntry(withEntry(one, 'b.example', ''), 'did:web:acme.example').trim()).toBe('b.example');
});

it('works in a browser without storage', () => {
  expect(keptTrust()).toBe('');
  expect(() => keepTrust('acme.example')).not.toThrow();
});

/** A list as a reader wrote it, with what stands for an issuer replaced. */
async function used(list: TrustList, text: string, shown: readonly Report[], badgeAt: BadgeAt): Promise<void> {
  list.replace(await issuersOf(list.use(text, false), shown, badgeAt));
}

describe('a list of issuers', () => {
  const none = (): Promise<null> => Promise.resolve(null);
  const unknown = reportOf('genuine-issuer-unknown');

  it('takes the host and the address of a badge that is shown for its issuer, and never its name', async () => {
    for (const typed of ['badges.example', 'https://badges.example/credentials/1']) {
      const list = new TrustList();
      await used(list, typed, [unknown], none);
      expect(list.question().trustedIssuers, typed).toEqual(['did:web:badges.example:issuers:acme']);
    }
    const list = new TrustList();
    await used(list, 'Acme Academy\nb.example', [unknown], none);
    expect(list.unread).toEqual(['Acme Academy']);
    expect(list.question().trustedIssuers).toEqual(['b.example']);
  });

  it('learns nothing from a badge of which nothing is proved', async () => {
    const list = new TrustList();
    const open = { ...unknown, checks: { ...unknown.checks, signature: { outcome: 'unknown', code: 'offline' } as const } };
    await used(list, 'https://badges.example/credentials/1', [open], none);
    expect(list.question()).toEqual({ registries: [{ url: 'https://badges.example/credentials/1' }] });
  });

  it('looks at an address that is not shown, and takes what is no badge for a registry', async () => {
    const list = new TrustList();
    const at = (url: string): Promise<typeof unknown | null> => Promise.resolve(url.endsWith('/credentials/2') ? unknown : null);
    await used(list, 'https://badges.example/credentials/2\nhttps://registry.example/list.json', [], at);
    expect(list.question()).toEqual({
      trustedIssuers: ['did:web:badges.example:issuers:acme'],
      registries: [{ url: 'https://registry.example/list.json' }],
    });
  });

  it('takes a public registry for what it is, without looking for a badge there', async () => {
    const list = new TrustList();
    const [{ url = '' } = {}] = PUBLIC_REGISTRIES;
    await used(list, url, [], () => Promise.reject(new Error('nobody is asked')));
    expect(list.question()).toEqual({ registries: [{ url }] });
  });

  it('asks with the list of who runs the page beside the reader’s own, and tells them apart', () => {
    const list = new TrustList();
    list.operator = 'did:web:a.example';
    expect(list.question().trustedIssuers).toEqual(['did:web:a.example']);
    const confirmed = reportOf('genuine-issuer-confirmed');
    const by = (entry: string) => ({
      ...confirmed,
      checks: { ...confirmed.checks, 'issuer-trusted': { outcome: 'passed', detail: { entry } } as const },
    });
    expect(list.byOperator(by('did:web:a.example'))).toBe('entry');
    list.text = 'did:web:a.example';
    expect(list.byOperator(by('did:web:a.example'))).toBeNull();
  });

  it('does not say of an entry that is on no list any more that it is the operator’s', () => {
    const confirmed = reportOf('genuine-issuer-confirmed');
    const detail = { entry: 'did:web:a.example' };
    const before = { ...confirmed, checks: { ...confirmed.checks, 'issuer-trusted': { outcome: 'passed', detail } as const } };
    expect(new TrustList().byOperator(before)).toBeNull();
  });

  it('tells a registry that the operator chose from one of the reader', () => {
    const list = new TrustList();
    list.operator = 'https://registry.example/list.json';
    const confirmed = reportOf('genuine-issuer-confirmed');
    const detail = { registry: 'Registry', name: 'Acme' };
    const listed = { ...confirmed, checks: { ...confirmed.checks, 'issuer-trusted': { outcome: 'passed', detail } as const } };
    expect(list.byOperator(listed)).toBe('registry');
    list.text = 'https://other.example/list.json';
    expect(list.byOperator(listed)).toBeNull();
  });

  it('waits for the reports on what is being checked; what the reader writes meanwhile counts', async () => {
    const asked: unknown[] = [];
    let answer: (reports: readonly Report[]) => void = () => undefined;
    const control = new TrustControl({
      shown: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      documents: () => ({ fetch: () => Promise.reject(new Error('nobody is asked')) }),
      draw: () => undefined,
      ask: () => asked.push(control.list.question().trustedIssuers),
    });
    const first = control.use('badges.example', false);
    const answerFirst = answer;
    expect(asked).toEqual([['badges.example']]);
    const second = control.use('other.example\nbadges.example', false);
    answer([unknown]);
    await second;
    answerFirst([unknown]);
    await first;
    expect(asked.slice(1)).toEqual([
      ['other.example', 'badges.example'],
      ['other.example', 'did:web:badges.example:issuers:acme'],
    ]);
  });

  it('asks an address as that of a registry once no badge is known to be there, and the rest at once', async () => {
    const list = new TrustList();
    const url = 'https://registry.example/list.json';
    const fresh = list.use(`did:web:a.example\n${url}`, false);
    expect(list.question()).toEqual({ trustedIssuers: ['did:web:a.example'] });
    list.replace(await issuersOf(fresh, [], none));
    expect(list.question()).toEqual({ trustedIssuers: ['did:web:a.example'], registries: [{ url }] });
  });

  it('does not take what was written of an earlier badge for the issuer of a later one', async () => {
    const list = new TrustList();
    await used(list, 'badges.example', [], none);
    await used(list, 'badges.example\nother.example', [unknown], none);
    expect(list.question().trustedIssuers).toEqual(['badges.example', 'other.example']);
    await used(list, 'other.example', [unknown], none);
    await used(list, 'other.example\nbadges.example', [unknown], none);
    expect(list.question().trustedIssuers).toEqual(['other.example', 'did:web:badges.example:issuers:acme']);
  });
});
