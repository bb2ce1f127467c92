import { decideReportSchema, issuerReportSchema } from '@proofmark/schemas/api';
import { z } from 'zod';
import { done } from '../../../issuing/result.js';
import { type Operation, operation } from '../http/operation.js';
import { jsonAnswer, jsonBody, uuid } from '../http/shapes.js';
import { representReport } from './represent-report.js';

export const postReportDecide: Operation = operation(
  {
    method: 'post',
    path: '/v1/reports/{reportId}/decide',
    operationId: 'decideReport',
    tags: ['Reports'],
    summary: 'Decide a report',
    description:
      'Says what you made of a report: nothing is wrong (`dismissed`), or you did something about it (`acted`). It does nothing to the issuer by itself. Again with the same decision changes nothing; another one is refused.',
    scope: 'admin',
    audit: 'report.decided',
    request: { params: z.object({ reportId: uuid }), body: jsonBody(decideReportSchema) },
    responses: { 200: jsonAnswer('The decided report.', issuerReportSchema) },
    problems: ['not-found', 'conflict'],
  },
  async (api, c) => {
    const { reportId } = c.req.valid('param');
    const { decision } = c.req.valid('json');
    const report = await api.useCases.decideReport({ actor: c.var.actor, input: { reportId, decision } });
    return report.ok ? done({ status: 200, body: representReport(report.value) }) : report;
  },
);
