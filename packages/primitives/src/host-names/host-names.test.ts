import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHost } from './canonical-host.js';
import { hostKind, isUnder } from './host-kind.js';
import { isLoopbackHost } from './loopback.js';

describe('isLoopbackHost', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'acme.localhost',
    'a.b.localhost.',
    'ａcme.localhost',
    '127.0.0.1',
    '127.255.255.254',
    '127.0.0.1.',
    '127.1',
    '0x7f000001',
    '0177.0.0.1',
    '2130706433',
    '１２７.0.0.1',
    '%6cocalhost',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::FFFF:127.9.8.7]',
  ])('takes %s for this machine', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
    expect(hostKind(host)).toBe('loopback');
  });

  it.each([
    'localhost.example',
    'notlocalhost',
    'localhost..',
    '.localhost.example',
    '127.0.0.1.example',
    '128.0.0.1',
    '127.0.0.256',
    '12.7.0.1',
    '[::2]',
    '[::ffff:128.0.0.1]',
    '[::127.0.0.1]',
    '',
    'localhost:3000',
    '[::1]:80',
    'user@localhost',
    'example.com/localhost',
    'example.com#.localhost',
    'example.com\\.localhost',
    'lo\tcalhost',
  ])('does not take %j for this machine', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
    expect(hostKind(host)).not.toBe('loopback');
  });

  it('agrees with itself on a host as it was written and as the URL Standard spells it', () => {
    const v4 = fc.tuple(fc.constantFrom(10, 126, 127, 128), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(v4, fc.constantFrom(10, 16, 8), ([a, b, c, d], radix) => {
        const number = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d;
        const odd = { 10: String(number), 16: `0x${number.toString(16)}`, 8: `0${number.toString(8)}` }[radix] as string;
        expect(isLoopbackHost(odd)).toBe(a === 127);
        expect(canonicalHost(odd)).toBe([a, b, c, d].join('.'));
        expect(isLoopbackHost(`[::ffff:${[a, b, c, d].join('.')}]`)).toBe(a === 127);
      }),
    );
  });
});

describe('canonicalHost', () => {
  it('gives the hostname of the URL, without the dot of an absolute name', () => {
    expect(canonicalHost('BÜCHER.example.')).toBe('xn--bcher-kva.example');
    expect(canonicalHost('[2001:DB8:0::1]')).toBe('[2001:db8::1]');
  });

  it('is the same when it is asked twice, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV4Extended(), fc.string({ maxLength: 20 })), (text) => {
        const host = canonicalHost(text);
        if (host !== null) expect(canonicalHost(host)).toBe(host);
      }),
    );
  });

  it('refuses what holds more than a host, and what is too long', () => {
    for (const text of ['a b', 'a/b', 'a?b', 'a#b', 'u@a', 'a:1', '[::1', '', '.', 'a..b', '.a', 'a..', 'a'.repeat(1025)])
      expect(canonicalHost(text)).toBeNull();
  });
});

describe('hostKind', () => {
  it.each([
    ['private', ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255', '0.0.0.0']],
    ['private', ['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.19.0.1', '192.88.99.1', '224.0.0.1', '255.255.255.255', '3232235777']],
    ['private', ['[::]', '[fe80::1]', '[fc00::1]', '[fd12::1]', '[ff02::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[3fff::1]', '[2001::1]']],
    ['private', ['[::ffff:10.0.0.1]', '[::ffff:8.8.8.8]', '[64:ff9b::808:808]', '[4000::1]', '[fec0::1]']],
    ['private', ['intranet', 'printer.local', 'a.internal', 'a.lan.', 'a.home', 'a.home.arpa', 'a.corp', 'a.test', 'a.invalid', 'a.onion']],
    [
      'address',
      ['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.0.1.1', '223.255.255.255', '[2606:4700::1111]', '[2001:4860::8888]', '[3ffe::1]'],
    ],
    ['name', ['example.com', 'localhost.example', 'local.example', 'EXAMPLE.com.', 'bücher.example', 'xn--bcher-kva.example']],
    [null, ['', 'a b', 'http://a', '1.2.3.4.5', '256.256.256.256', '[::g]']],
  ] as const)('is %s for %j', (kind, hosts) => {
    for (const host of hosts) expect(hostKind(host), host).toBe(kind);
  });
});

it('tells a domain and what lies below it from one that only ends in the same letters', () => {
  expect(isUnder('github.com', ['github.com'])).toBe(true);
  expect(isUnder('raw.github.com', ['a.example', 'github.com'])).toBe(true);
  expect(isUnder('notgithub.com', ['github.com'])).toBe(false);
  expect(isUnder('github.com.evil.example', ['github.com'])).toBe(false);
});
