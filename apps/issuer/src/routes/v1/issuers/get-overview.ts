import { issuerOverviewSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import type { Overview } from '../../../issuing/overview/get-overview.js';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, uuid } from '../http/shapes.js';
import { representCredentialSummary } from '../represent-credential.js';

export const getOverviewOperation: Operation = operation(
  {
    method: 'get',
    path: '/v1/issuers/{issuerId}/overview',
    operationId: 'getIssuerOverview',
    tags: ['Issuers'],
    summary: 'See what happened lately',
    description:
      'How many badges were issued and claimed, how often work was looked at, and of how many badges the work changed: in all, and on each of the last 84 days of UTC. Also the badges in force that end in the next 13 weeks and that nothing renews. Days that are over are counted once.',
    scope: 'credentials:read',
    request: { params: z.object({ issuerId: uuid }) },
    responses: { 200: jsonAnswer('The numbers, and the badges behind them that want to be looked at.', issuerOverviewSchema) },
    problems: ['not-found'],
  },
  async (api, c) => {
    const found = await api.useCases.getOverview({ actor: c.var.actor, input: c.req.valid('param').issuerId });
    return found.ok ? done({ status: 200, body: represent(api.baseUrl, found.value) }) : found;
  },
);

function represent(base: string, { asOf, days, total, changed, ending }: Overview) {
  const count = (kind: keyof Overview['total']) => ({ total: total[kind], byDay: days.map((day) => day[kind]) });
  const badge = (credential: Overview['ending']['first'][number]) => representCredentialSummary(base, asOf, credential);
  return {
    asOf: asOf.toISOString(),
    since: days[0]?.day.toISOString().slice(0, 10) ?? '',
    issued: count('issued'),
    claimed: count('claimed'),
    checked: count('checked'),
    changed: {
      ...count('changed'),
      latest: changed.map(({ credential, at, found }) => ({ badge: badge(credential), at: at.toISOString(), found })),
    },
    ending: { byWeek: ending.byWeek, more: ending.more, next: ending.first.map(badge) },
  };
}
