import { guardedHttp } from '@proofmark/platform/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../issuing/evidence/evidence-sources.js';
import { type WaybackServer, waybackServer } from './archive-servers.fixture.js';
import { wayback } from './wayback.js';

const TARGET = { url: 'https://ada.example/work?a=1&b=2', swhid: null };
const http = guardedHttp({ allowLoopback: true });
const NOW = new Date('2026-11-22T09:00:00Z');
let archive: WaybackServer;
let asking: Archive;
beforeEach(async () => {
  archive = await waybackServer();
  asking = wayback({ base: archive.server.origin, keys: 'access:secret', http, now: () => NOW });
});
afterEach(() => archive.server.close());

describe('the Wayback Machine', () => {
  it('is asked to capture the page, and then for its progress', async () => {
    expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: 'spn2-1', after: 60 });
    expect(archive.asked).toEqual(['POST /save url=https%3A%2F%2Fada.example%2Fwork%3Fa%3D1%26b%3D2&skip_first_archive=1']);
    expect(archive.authorizations).toEqual(['LOW access:secret']);
    expect(await asking.status('spn2-1', TARGET)).toEqual({ state: 'requested', job: 'spn2-1', after: 60 });
    archive.state = {
      status: 'success',
      job_id: 'spn2-1',
      original_url: 'https://evil.example/',
      timestamp: '20261122090130',
      http_status: 200,
    };
    expect(await asking.status('spn2-1', TARGET)).toEqual({
      state: 'kept',
      url: `${archive.server.origin}/web/20261122090130/${TARGET.url}`,
      at: new Date('2026-11-22T09:01:30Z'),
    });
  });

  it.each([
    [
      { status: 'error', status_ext: 'error:invalid-url-syntax' },
      { state: 'failed', reason: 'archive-failed' },
    ],
    [
      { status: 'error', status_ext: 'error:blocked-url' },
      { state: 'failed', reason: 'archive-refused' },
    ],
    [
      { status: 'error', status_ext: 'error:not-found' },
      { state: 'failed', reason: 'archive-failed' },
    ],
    [
      { status: 'error', status_ext: 'error:user-session-limit' },
      { state: 'requested', job: null, after: 900 },
    ],
    [
      { status: 'success', timestamp: '"><script>' },
      { state: 'failed', reason: 'archive-failed' },
    ],
    [
      { status: 'success', timestamp: '20261399000000' },
      { state: 'failed', reason: 'archive-failed' },
    ],
    [{ status: 'pending' }, { state: 'requested', job: 'spn2-1', after: 60 }],
    [['no object'], { state: 'requested', job: 'spn2-1', after: 900 }],
  ])('says %j', async (state, expected) => {
    archive.state = state;
    expect(await asking.status('spn2-1', TARGET)).toEqual(expected);
  });

  it.each([
    [401, { state: 'failed', reason: 'archive-unauthorised' }],
    [400, { state: 'failed', reason: 'archive-refused' }],
    [429, { state: 'requested', job: null, after: 900 }],
    [502, { state: 'requested', job: null, after: 900 }],
  ])('answers %i to a request', async (status, expected) => {
    archive.capture = [status, { message: 'no' }];
    expect(await asking.request(TARGET)).toEqual(expected);
  });

  it('is asked anew when it did not begin and for a job that it no longer knows', async () => {
    archive.capture = [200, { status: 'error', status_ext: 'error:too-many-requests' }];
    expect(await asking.request(TARGET)).toMatchObject({ state: 'requested', job: null });
    archive.capture = [200, { url: TARGET.url, job_id: '../x' }];
    expect(await asking.request(TARGET)).toMatchObject({ state: 'requested', job: null });
    expect(await asking.status('spn2-9', TARGET)).toEqual({ state: 'requested', job: null, after: 60 });
  });
});
