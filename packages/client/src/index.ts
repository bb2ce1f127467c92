export { ApiProblem, ServiceUnavailable } from './api-problem.js';
export type { Client } from './client.js';
export { createClient } from './client.js';
export type { EvidenceMethods } from './evidence.js';
export type { MailMethods } from './mails.js';
export type { SkillMethods } from './skills.js';
export type { ClientOptions } from './transport.js';
export type { JobFile, SkillFile, TableFile } from './uploads.js';
export type { WebhookMethods } from './webhooks.js';
