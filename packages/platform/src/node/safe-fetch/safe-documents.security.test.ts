import { describe, expect, it } from 'vitest';
import { answering, NAME, ok, refused, server, source, tls } from './safe-documents.fixture.js';
import type { TestSeams } from './safe-documents.js';

// T4: addresses, names and redirects that lead inside.

describe('the safe fetch refuses', () => {
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://2130706433/',
    'https://017700000001/',
    'https://0/',
    'https://0.0.0.0/',
    'https://10.0.0.1/',
    'https://192.168.0.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://169.254.169.254.:443/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:a9fe:a9fe::]/',
    'https://[2001:0:a9fe:a9fe::]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[fe80::1%25eth0]/',
    'https://localhost/',
    'https://LOCALHOST/',
    'https://localhost./',
    'https://a.localhost/',
    'https://①②⑦.⓪.⓪.①/',
    'https://１２７.０.０.１/',
    'https://ｌocalhost/',
    'https://loca\u00adlhost/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https://badges.example@127.0.0.1/',
    'https://127.0.0.1\\@badges.example/',
    'https://badges.example\\@127.0.0.1/',
    'https://user:pass@badges.example/',
    'https://@badges.example/',
    'https://badges.example:8443/',
    'https://badges.example:22/',
    'http://badges.example/',
    'http://badges.example:443/',
    'HTTP://badges.example/',
    '//badges.example/',
    'https:badges.example',
    'https:/badges.example/',
    'https:///badges.example/',
    'https://badges.example\r\nHost: evil/',
    'https://\tbadges.example/',
    ' https://badges.example/',
    'gopher://badges.example/',
    `https://badges.example/${'a'.repeat(5000)}`,
  ])('%s', async (url) => {
    const resolve = answering(['127.0.0.1']);
    expect(await source({ resolve })(url)).toEqual({ ...refused, url });
    // None of them comes as far as the name service.
    expect(resolve.asked).toEqual([]);
  });

  it.each([['127.0.0.1'], ['10.1.2.3'], ['169.254.169.254'], ['::1'], ['::ffff:127.0.0.1'], ['64:ff9b::7f00:1'], ['fd00::1'], ['0.0.0.0']])(
    'a public name that resolves to %s',
    async (address) => {
      const resolve = answering([address]);
      expect(await source({ resolve })(`https://${NAME}/`)).toMatchObject(refused);
      expect(resolve.asked).toEqual([NAME]);
    },
  );

  it('a name with public and private addresses', async () => {
    expect(await source({ resolve: answering(['93.184.216.34', '10.0.0.1']) })(`https://${NAME}/`)).toMatchObject(refused);
    expect(await source({ resolve: answering(['::1', '2606:4700::1111']) })(`https://${NAME}/`)).toMatchObject(refused);
  });

  it('a public name that resolves to this machine, even where loopback is allowed', async () => {
    const { port, requests } = await server(ok, { tls });
    const fetch = source({ allowLoopback: true, ports: [port], resolve: answering(['127.0.0.1']), ca: tls.cert });
    expect(await fetch(`https://${NAME}:${port}/`)).toMatchObject(refused);
    expect(requests).toEqual([]);
  });

  it('localhost when it resolves to another address', async () => {
    expect(await source({ allowLoopback: true, resolve: answering(['10.0.0.1']) })('http://localhost:8080/')).toMatchObject(refused);
    expect(await source({ allowLoopback: true, resolve: answering(['93.184.216.34']) })('http://localhost/')).toMatchObject(refused);
  });
});

// There is no public address to test with: here 127.0.0.1 plays the public host, and 127.0.0.2 the private one.
const stage: TestSeams = { isPublic: (address) => address === '127.0.0.1' };

describe('the safe fetch of a public host (127.0.0.1 in this test)', () => {
  it('uses TLS, and checks the certificate', async () => {
    const { port, requests } = await server(ok, { tls });
    const resolve = answering(['127.0.0.1']);
    const trusting = source({ resolve, ports: [port], ca: tls.cert }, stage);
    expect(await trusting(`https://${NAME}:${port}/x`)).toMatchObject({ ok: true, status: 200 });
    expect(await trusting(`https://other.example:${port}/x`)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(await source({ resolve, ports: [port] }, stage)(`https://${NAME}:${port}/x`)).toMatchObject({ ok: false, code: 'unreachable' });
    expect(requests.length).toBe(1);
  });

  it('sends neither cookie nor referrer nor credentials, also not after a redirect', async () => {
    const { port, requests } = await server(
      (request, response) => {
        response.setHeader('set-cookie', 'a=b');
        if (request.url === '/1') response.writeHead(302, { location: '/2' });
        response.end();
      },
      { tls },
    );
    await source({ resolve: answering(['127.0.0.1']), ports: [port], ca: tls.cert }, stage)(`https://${NAME}:${port}/1`);
    expect(requests.map(({ url }) => url)).toEqual(['/1', '/2']);
    for (const { headers } of requests)
      expect(headers).toEqual({
        host: `${NAME}:${port}`,
        connection: 'close',
        accept: '*/*',
        'accept-encoding': 'gzip, br',
        'user-agent': 'Proofmark/1',
      });
  });

  it('connects to the address that it checked (DNS rebinding)', async () => {
    const open = await server(ok, { tls, address: '127.0.0.1' });
    const inside = await server(ok, { tls, address: '127.0.0.2', port: open.port });
    const resolve = answering(['127.0.0.1'], ['127.0.0.2']);
    const fetch = source({ resolve, ports: [open.port], ca: tls.cert }, stage);
    const url = `https://${NAME}:${open.port}/`;
    expect(await fetch(url)).toMatchObject({ ok: true });
    // One connection, one lookup: the answer that was judged is the answer that was used.
    expect(resolve.asked).toEqual([NAME]);
    expect(await fetch(url)).toMatchObject(refused);
    expect(resolve.asked).toEqual([NAME, NAME]);
    expect(inside.requests).toEqual([]);
  });

  it('checks the address of each redirect (DNS rebinding)', async () => {
    const open = await server((_, response) => void response.writeHead(302, { location: '/again' }).end(), { tls });
    const inside = await server(ok, { tls, address: '127.0.0.2', port: open.port });
    const fetch = source({ resolve: answering(['127.0.0.1'], ['127.0.0.2']), ports: [open.port], ca: tls.cert }, stage);
    expect(await fetch(`https://${NAME}:${open.port}/`)).toMatchObject(refused);
    expect([open.requests.length, inside.requests.length]).toEqual([1, 0]);
  });

  it.each([
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/latest/meta-data/',
    'https://127.0.0.2/',
    'https://2130706434/',
    '//127.0.0.2/',
    'https://[::ffff:127.0.0.2]/',
    'http://localhost/',
    'https://localhost/',
    'http://badges.example/',
    'https://user@badges.example/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'https://',
  ])('does not follow a redirect to %s', async (location) => {
    for (const allowLoopback of [false, true]) {
      const { port, requests } = await server((_, response) => void response.writeHead(302, { location }).end(), { tls });
      const fetch = source({ allowLoopback, resolve: answering(['127.0.0.1']), ports: [port, 443], ca: tls.cert }, stage);
      expect(await fetch(`https://${NAME}:${port}/`)).toEqual({ ...refused, url: `https://${NAME}:${port}/` });
      expect(requests.length).toBe(1);
    }
  });

  it('follows three redirects and not four', async () => {
    const { origin, requests } = await server((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(307, { location: `/${left - 1}` });
      response.end();
    });
    const fetch = source({ allowLoopback: true });
    expect(await fetch(`${origin}/3`)).toMatchObject({ ok: true });
    expect(await fetch(`${origin}/4`)).toMatchObject({ ok: false, code: 'too-many-redirects' });
    expect(requests.length).toBe(8);
  });
});
