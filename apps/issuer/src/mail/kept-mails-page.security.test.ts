import { describe, expect, it } from 'vitest';
import { keptMailsPage } from './kept-mails-page.js';

const BASE = 'http://localhost:3000';
const page = keptMailsPage({ listKeptMails: async () => [], listKeptBadgeMails: async () => [] }, BASE);

async function asked(headers: Readonly<Record<string, string>>, remoteAddress = '127.0.0.1'): Promise<number> {
  const from = { incoming: { socket: { remoteAddress, remotePort: 40_000, remoteFamily: 'IPv4' } } };
  return (await page.request(`${BASE}/console/mail`, { headers: { host: 'localhost:3000', ...headers } }, from)).status;
}

describe('the page of kept mails', () => {
  it.each(['none', 'same-origin'])('is shown to a browser of this machine: Sec-Fetch-Site %s', async (site) => {
    expect(await asked({ 'sec-fetch-site': site })).toBe(200);
    expect(await asked({ 'sec-fetch-site': site }, '192.0.2.1')).toBe(404);
    expect(await asked({ 'sec-fetch-site': site, host: 'rebound.example' })).toBe(404);
  });

  it('is shown to no program that is led here, such as one of the service that fetches what a badge links to', async () => {
    expect(await asked({})).toBe(404);
    for (const site of ['cross-site', 'same-site', '']) expect(await asked({ 'sec-fetch-site': site })).toBe(404);
  });

  it.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-anything', 'x-real-ip'])(
    'is shown to nobody for whom another program asks: %s',
    async (name) => {
      expect(await asked({ 'sec-fetch-site': 'none', [name]: 'x' })).toBe(404);
    },
  );
});
