import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, readProxyList, readTrustedProxies, type TrustedProxies } from './client-address.js';

// T6: clients who name themselves by a header.

function proxies(list: string): TrustedProxies {
  const trusts = readProxyList(list);
  if (trusts === null) throw new Error('not a list');
  return { header: 'x-forwarded-for', trusts };
}

const INSIDE = proxies('loopback, 10.0.0.0/8 fd00::/8');

describe('the address of a client', () => {
  it.each<[string, string, string | undefined, TrustedProxies | null, string]>([
    ['is the peer where no proxy is trusted', '198.51.100.7', '203.0.113.9', null, '198.51.100.7'],
    ['is the peer when the peer is no proxy of ours', '198.51.100.7', '203.0.113.9', INSIDE, '198.51.100.7'],
    ['is what the proxy names', '127.0.0.1', '203.0.113.9', INSIDE, '203.0.113.9'],
    ['is the rightmost that is no proxy, whatever the client wrote before it', '10.1.1.1', '8.8.8.8, 203.0.113.9', INSIDE, '203.0.113.9'],
    ['passes over proxies in a row', '127.0.0.1', '8.8.8.8, 203.0.113.9, 10.2.2.2, fd00::1', INSIDE, '203.0.113.9'],
    ['is the last proxy that wrote something readable', '127.0.0.1', '203.0.113.9, unknown, 10.2.2.2', INSIDE, '10.2.2.2'],
    ['is the proxy itself when it names nobody', '127.0.0.1', undefined, INSIDE, '127.0.0.1'],
    ['is the proxy itself when it names nothing', '127.0.0.1', '', INSIDE, '127.0.0.1'],
    ['is the farthest proxy when only proxies are named', '127.0.0.1', '10.3.3.3, 10.2.2.2', INSIDE, '10.3.3.3'],
    ['has no port', '127.0.0.1', '203.0.113.9:4711', INSIDE, '203.0.113.9'],
    ['has no brackets', '127.0.0.1', '[2001:db8:0:0::1]:443', INSIDE, '2001:db8::1'],
    ['has one spelling', '::ffff:127.0.0.1', '::ffff:203.0.113.9', INSIDE, '203.0.113.9'],
    ['is no octal number', '127.0.0.1', '0203.0.113.9', INSIDE, '127.0.0.1'],
    ['is empty where the server does not know the peer', '', '203.0.113.9', INSIDE, ''],
  ])('%s', (_, peer, header, trusted, expected) => {
    expect(clientAddress(peer, header, trusted)).toBe(expected);
  });

  it('is found in a header of any length without reading all of it', () => {
    const long = `${'1.1.1.1, '.repeat(20_000)}203.0.113.9`;
    expect(clientAddress('127.0.0.1', long, INSIDE)).toBe('203.0.113.9');
    expect(clientAddress('127.0.0.1', `203.0.113.9, ${'10.0.0.1, '.repeat(20_000)}10.0.0.2`, INSIDE)).toBe('10.0.0.1');
  });
});

describe('a list of proxies', () => {
  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/x', '10.0.0', '::1/129', '0x7f.1', '10.0.0.0/8/8'])('is not %s', (text) => {
    expect(readProxyList(text)).toBeNull();
  });

  it('holds single addresses and ranges', () => {
    const trusts = readProxyList('192.0.2.1,2001:db8::/32');
    expect(['192.0.2.1', '192.0.2.2', '2001:db8:1::1', '2001:db9::1', '::ffff:192.0.2.1'].map((one) => trusts?.(one))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('the settings of proxies', () => {
  it('name the header that is read, X-Forwarded-For by default', () => {
    expect(readTrustedProxies(undefined, undefined)).toBeNull();
    expect(readTrustedProxies('loopback', undefined)).toMatchObject({ header: 'x-forwarded-for' });
    expect(readTrustedProxies('loopback', 'CF-Connecting-IP')).toMatchObject({ header: 'cf-connecting-ip' });
  });

  it.each([
    [undefined, 'X-Real-IP', /TRUSTED_PROXIES is not/],
    ['everywhere', undefined, /^TRUSTED_PROXIES is "everywhere"/],
    ['loopback', 'Forwarded', /^TRUSTED_PROXY_HEADER is "Forwarded"/],
    ['loopback', 'X Real', /^TRUSTED_PROXY_HEADER is "X Real"/],
  ])('are refused as %j and %j', (proxies, header, sentence) => {
    expect(readTrustedProxies(proxies, header)).toMatch(sentence);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
