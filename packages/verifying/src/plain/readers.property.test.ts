import { decodeBase58, didWebUrl, encodeBase58 } from '@proofmark/proofs';
import { addressForm, type Json, parseDateTimeZ } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownDomain, platformOf } from '../credential/issuer-domains.js';
import { describeWork } from '../gather/work.js';
import { parseJson } from '../input/parse-json.js';
import { base58 } from './base58.js';
import { didWeb } from './did-web.js';
import { parse } from './read.js';
import { address, date } from './scalars.js';
import { describeWork as plainly } from './work.js';

/** What a reader of the plain path answers; undefined where it leaves the text to the full verification. */
function taken<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Texts of the characters that matter to a grammar, and of whole pieces of it. */
const textOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...pieces.join(''))), { maxLength: 14 }).map((parts) => parts.join(''));

/** Compares what is taken with what the full verification reads, and demands that enough was. */
function agrees<T>(texts: fc.Arbitrary<string>, read: (text: string) => T | undefined, check: (text: string, value: T) => void): void {
  let count = 0;
  const property = fc.property(texts, (text) => {
    const value = read(text);
    if (value === undefined) return;
    count += 1;
    check(text, value);
  });
  fc.assert(property, { numRuns: 3000 });
  expect(count).toBeGreaterThan(100);
}

describe('what the plain path takes is read as the full verification reads it:', () => {
  it('JSON', () => {
    const json = fc.oneof(
      textOf('{', '}', '"a":', '"a"', ':', ',', '[', ']', '1', '1e999', '\\"', '\\\\', '\\u0061', '\\ud800', 'null', ' ', '"__proto__":1'),
      fc.jsonValue().map((value) => JSON.stringify({ value } as Json)),
      fc.constantFrom('{"a":1,"a":2}', '{"a":{"b":1},"b":2}', '{"a":"x:y","\\u0061":1}', '{"a":"\\\\","b":"\\":"}', '{"__proto__":{}}'),
    );
    agrees(
      json,
      (text) => taken(() => parse(text)),
      (text, value) => expect(parseJson(text)).toEqual({ ok: true, json: value }),
    );
  });

  it('dates', () => {
    const dates = fc.oneof(
      fc.date({ noInvalidDate: true }).map((time) => time.toISOString().replace('.000', '')),
      textOf('2027', '-', '02', '30', 'T', '24', ':', '00', '60', '.5', 'Z', '+01:00').map((text) => `2027-02-2${text}`),
      fc
        .tuple(fc.nat(13), fc.nat(32), fc.nat(25), fc.nat(61))
        .map(
          ([month, day, hour, second]) =>
            `2028-${[month, day].map((part) => String(part).padStart(2, '0')).join('-')}T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}Z`,
        ),
    );
    agrees(
      dates,
      (text) => taken(() => date(text)),
      (text, time) => expect(parseDateTimeZ(text)).toBe(time),
    );
  });

  it('addresses', () => {
    const texts = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      textOf('http', 's', '://', 'x.example', ':', '/', '[', ']', '%7B', '%', ' ', '<', 'ö', '@', 'did:web:', 'urn:', 'data:', 'sec:'),
    );
    agrees(
      texts,
      (text) => taken(() => address(text)),
      (text, written) => expect([addressForm(text), written]).toEqual(['uri', `<${text}>`]),
    );
  });

  it('DIDs of the web', () => {
    const labels = textOf('a', 'b-', '-', '1', '.', 'example', 'xn--', 'localhost', '%3A', '%3a', ':', '80', '0', '..', '%2F', '_');
    agrees(
      fc
        .oneof(
          labels,
          fc.tuple(fc.domain(), labels).map((parts) => parts.join(':')),
        )
        .map((text) => `did:web:${text}`),
      (text) => didWeb(text) ?? undefined,
      (text, { url, host, whole }) => {
        expect(didWebUrl(text)).toEqual({ ok: true, url });
        expect([platformOf(text), ownDomain(text)]).toEqual([host, whole ? host : null]);
      },
    );
  });

  it('base58', () => {
    const texts = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => `z${encodeBase58(bytes)}`),
      textOf('z', '1', '2', 'Q', '0', 'l').map((text) => `z${text.slice(0, 6)}`),
      fc.constant('z1111'),
    );
    agrees(
      texts,
      (text) => taken(() => base58(text, 4)),
      (text, bytes) => expect(decodeBase58(text.slice(1))).toEqual(bytes),
    );
  });

  it('links to pieces of work, and their names', () => {
    const commit = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
    const pieces = textOf(
      ...['/', '-', 'tree', 'blob', 'src', 'raw', commit, `${commit}0`, 'ada', 'item', '..', '%2e', '.git', '#', '?q', '20260101000000'],
    );
    const hosts = fc.constantFrom(
      ...['github.com', 'www.github.com', 'gist.github.com', 'raw.githubusercontent.com', 'gitlab.com', 'git.acme.example', 'codeberg.org'],
      ...[
        'bitbucket.org',
        'git.sr.ht',
        'a.internal',
        'localhost',
        '127.0.0.1',
        'doi.org',
        'web.archive.org',
        'a:b@x.example',
        'x.example:8443',
      ],
    );
    const forms = fc.constantFrom(
      ...[
        `/ada/todo/tree/${commit}`,
        `/ada/todo/${commit}`,
        `/ada/todo/-/blob/${commit}`,
        `/ada/todo/src/commit/${commit}`,
        '/ada/todo/-/tree/main',
      ],
      ...['/page.html', ''],
    );
    const paths = fc.constantFrom('', '/', '/src', '/src/deep', '/item/src', '/a%20b', '#L1', '.git');
    const origins = fc
      .tuple(hosts, fc.constantFrom('/ada/todo', '/ada/todo.git', '/Ada/Todo/', ''))
      .map(([host, path]) => `https://${host}${path}`);
    const links = fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom('https', 'http'), hosts, forms, paths)
          .map(([scheme, ...rest]) => `${scheme}://${rest.join('')}`),
      },
      { weight: 1, arbitrary: fc.tuple(hosts, pieces).map(([host, more]) => `https://${host}/${more}`) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(
            fc.constantFrom('dir', 'cnt', 'rev', 'snp'),
            origins,
            fc.constantFrom(`;anchor=swh:1:rev:${commit}`, ''),
            fc.constantFrom('', ';path=/src', ';path=/src/deep', ';path=/item/src', ';path=/a%20b', ';lines=1'),
          )
          .map(([type, origin, anchor, path]) => `swh:1:${type}:${commit};origin=${origin}${anchor}${path}`),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(`swh:1:rev:${commit}`, 'doi:10.5281/zenodo.1', 'urn:uuid:1', 'https://x.example/10.5281/zenodo.1'),
      },
    );
    const item = fc.record({ id: links.filter((link) => addressForm(link) === 'uri') }, { requiredKeys: [] }).map((one) => [one]);
    const pair = fc
      .tuple(fc.constantFrom('/tree', '/-/tree', '/src/commit'), paths, paths, fc.boolean())
      .map(([between, path, other, whole]) => {
        const repository = between === '/tree' ? 'https://github.com/ada/todo' : 'https://git.acme.example/ada/todo';
        const anchored = `swh:1:dir:${commit.replace('0', '1')};origin=${repository};anchor=swh:1:rev:${commit}${other && `;path=${other}`}`;
        return [{ id: `${repository}${between}/${commit}${path}` }, { id: whole ? `swh:1:rev:${commit};origin=${repository}` : anchored }];
      });
    const evidence = fc.array(fc.oneof(item, pair), { maxLength: 3 }).map((items) => items.flat());
    const seen = new Set<string>();
    fc.assert(
      fc.property(evidence, (items) => {
        const work = taken(() => plainly(items));
        if (work === undefined) return;
        for (const one of work) seen.add(`${one.pinned} ${one.companionOf === undefined}`);
        expect(describeWork({ evidence: items })).toEqual(work);
      }),
      { numRuns: 5000 },
    );
    expect([...seen].sort()).toEqual(['false true', 'true false', 'true true']);
  });
});
