import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestReport } from './report-request.js';
import { requestLog, traceOfRequest } from './request-id.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

describe('the trace of a request', () => {
  it.each([
    [PARENT, TRACE],
    [`01-${TRACE}-00f067aa0ba902b7-01-of-a-later-version`, TRACE],
    [undefined, null],
    ['', null],
    [`ff-${TRACE}-00f067aa0ba902b7-01`, null],
    [`00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, null],
    [`00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`, null],
    ['00-ada@example.org-00f067aa0ba902b7-01', null],
  ])('of the header %s is %s', (header, trace) => {
    expect(traceOfRequest(header)).toBe(trace);
  });
});

describe('the report of a request', () => {
  const reports: RequestReport[] = [];
  beforeEach(() => void reports.splice(0));
  const app = new Hono();
  app.use(requestLog((report) => void reports.push(report)));
  app.get('/badges/:id', (c) => c.text(c.req.param('id')));
  app.post('/badges/:id', (c) => c.text('', 201));

  it('names the pattern of the route, and the id that was answered', async () => {
    const answer = await app.request('/badges/7?email=ada@example.org', { headers: { traceparent: PARENT } });
    const [report] = reports;
    expect(report).toMatchObject({ method: 'GET', path: '/badges/7', route: '/badges/:id', status: 200, trace: TRACE });
    expect(answer.headers.get('x-request-id')).toBe(report?.id);
    expect(JSON.stringify(report)).not.toContain('ada');
  });

  it('has one pattern for every address that does not exist', async () => {
    await app.request('/nothing/1');
    await app.request('/nothing/2');
    expect(reports.map(({ route }) => route)).toEqual(['none', 'none']);
  });

  it('prefers the trace that the service itself is in', async () => {
    const traced = new Hono();
    traced.use(
      requestLog(
        (report) => void reports.push(report),
        () => 'f'.repeat(32),
      ),
    );
    await traced.request('/', { headers: { traceparent: PARENT } });
    expect(reports[0]?.trace).toBe('f'.repeat(32));
  });
});
