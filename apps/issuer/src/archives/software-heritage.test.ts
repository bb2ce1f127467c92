import { guardedHttp } from '@proofmark/platform/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../issuing/evidence/evidence-sources.js';
import { type HeritageServer, heritageServer } from './archive-servers.fixture.js';
import { softwareHeritage } from './software-heritage.js';

const ID = 'swh:1:dir:0123456789012345678901234567890123456789';
const TARGET = { url: 'https://github.com/ada/todo', swhid: `${ID};origin=https://github.com/ada/todo;anchor=swh:1:rev:${'1'.repeat(40)}` };
const http = guardedHttp({ allowLoopback: true });
let now: Date;
let ticks = 0;
let archive: HeritageServer;
let asking: Archive;
beforeEach(async () => {
  now = new Date('2026-11-22T09:00:00Z');
  archive = await heritageServer();
  asking = softwareHeritage({ base: archive.server.origin, token: 'secret', http, now: () => now, ticks: () => ticks });
});
afterEach(() => archive.server.close());

describe('Software Heritage', () => {
  it('is not asked for what it has already', async () => {
    archive.known.add(ID);
    expect(await asking.request(TARGET)).toEqual({ state: 'kept', url: `${archive.server.origin}/${TARGET.swhid}`, at: now });
    expect(archive.asked).toEqual(['POST /api/1/known/']);
  });

  it('is asked to save the repository, and then for its progress', async () => {
    expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: '7', after: 120 });
    expect(archive.asked[1]).toBe('POST /api/1/origin/save/git/url/https://github.com/ada/todo/');
    expect(new Set(archive.authorizations)).toEqual(new Set(['Bearer secret']));
    archive.state = { save_request_status: 'accepted', save_task_status: 'running' };
    expect(await asking.status('7', TARGET)).toEqual({ state: 'requested', job: '7', after: 120 });
    archive.state = {
      save_request_status: 'accepted',
      save_task_status: 'succeeded',
      visit_status: 'full',
      visit_date: '2026-11-22T09:05:00+00:00',
    };
    archive.known.add(ID);
    const at = new Date('2026-11-22T09:05:00Z');
    expect(await asking.status('7', TARGET)).toEqual({ state: 'kept', url: `${archive.server.origin}/${TARGET.swhid}`, at });
  });

  it('is asked anew for a save that it gave no name', async () => {
    for (const id of ['', 1.5, 2 ** 53, 'a/../b', {}]) {
      archive.state = { id, save_request_status: 'accepted', save_task_status: 'running' };
      expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: null, after: 120 });
    }
  });

  it('counts as kept only what its own answer confirms', async () => {
    archive.state = { save_request_status: 'accepted', save_task_status: 'succeeded', visit_status: 'full' };
    expect(await asking.status('7', TARGET)).toEqual({ state: 'failed', reason: 'archive-incomplete' });
    archive.state = { save_request_status: 'accepted', save_task_status: 'succeeded', visit_status: 'partial' };
    expect(await asking.status('7', TARGET)).toMatchObject({ state: 'requested', job: '7' });
  });

  it.each([
    [{ save_request_status: 'rejected' }, 'archive-refused'],
    [{ save_request_status: 'accepted', save_task_status: 'failed' }, 'archive-failed'],
    [{ save_request_status: 'accepted', save_task_status: 'succeeded', visit_status: 'not_found' }, 'archive-failed'],
  ])('fails by its own word: %j', async (state, reason) => {
    archive.state = state;
    expect(await asking.status('7', TARGET)).toEqual({ state: 'failed', reason });
  });

  it('is not asked again before its rate limit is reset', async () => {
    archive.limit = { remaining: 1, reset: now.getTime() / 1000 + 3600 };
    expect(await asking.request(TARGET)).toMatchObject({ state: 'requested', job: '7' });
    const before = archive.asked.length;
    expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: null, after: 3600 });
    // Only what it has was looked up: that is counted apart.
    expect(archive.asked.slice(before)).toEqual(['POST /api/1/known/']);
    now = new Date(now.getTime() + 3_601_000);
    ticks += 3_601_000;
    archive.limit = { remaining: 5, reset: now.getTime() / 1000 + 3600 };
    expect(await asking.request(TARGET)).toMatchObject({ job: '7' });
  });

  it('is asked again when its rate limit is reset, also when our clock was set back meanwhile', async () => {
    archive.limit = { remaining: 0, reset: now.getTime() / 1000 + 600 };
    expect(await asking.request(TARGET)).toMatchObject({ after: 600 });
    now = new Date(now.getTime() - 24 * 3_600_000);
    expect(await asking.request(TARGET)).toMatchObject({ after: 600 });
    ticks += 600_000;
    archive.limit = { remaining: 5, reset: now.getTime() / 1000 + 3600 };
    expect(await asking.request(TARGET)).toMatchObject({ job: '7' });
  });

  it('is asked later when it answers that it was asked too often', async () => {
    archive.limit = { remaining: 0, reset: now.getTime() / 1000 + 600 };
    expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: null, after: 600 });
  });

  it.each([
    [400, { state: 'failed', reason: 'archive-refused' }],
    [403, { state: 'failed', reason: 'archive-refused' }],
    [401, { state: 'failed', reason: 'archive-unauthorised' }],
    [500, { state: 'requested', job: null, after: 900 }],
    [503, { state: 'requested', job: null, after: 900 }],
  ])('answers %i', async (status, expected) => {
    archive.refuse = status;
    expect(await asking.request(TARGET)).toEqual(expected);
  });

  it('is asked anew for a save that it no longer knows, and later when it does not answer', async () => {
    expect(await asking.status('8', TARGET)).toEqual({ state: 'requested', job: null, after: 120 });
    await archive.server.close();
    expect(await asking.request(TARGET)).toEqual({ state: 'requested', job: null, after: 900 });
    archive = await heritageServer();
  });
});
