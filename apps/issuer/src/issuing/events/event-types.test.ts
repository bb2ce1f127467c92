import { readFileSync } from 'node:fs';
import { API_EVENT_TYPES } from '@proofmark/schemas/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openapi } from '../../openapi/index.js';
import { issueBadges, serveUntil } from '../webhooks/receiver.fixture.js';
import { WebhookStage } from '../webhooks/webhook-stage.fixture.js';
import { appendEvent } from './append-event.js';

// A new type of event is added to API_EVENT_TYPES, and everything below says where else it has to appear.

interface Schema {
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}
const document = openapi('https://badges.example') as unknown as {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<string, { readonly get: { readonly parameters: readonly { readonly name: string; readonly schema: Schema }[] } }>
  >;
};
const member = (schema: string, name: string): Schema | undefined => document.components.schemas[schema]?.properties?.[name];
const listed = (schema: Schema | undefined): readonly string[] =>
  schema?.enum ?? (schema?.items === undefined ? (schema?.anyOf ?? []).flatMap(listed) : listed(schema.items));

describe('every type of event', () => {
  it.each([
    ['events', () => member('Event', 'type')],
    ['what a webhook can ask for', () => member('CreateWebhook', 'eventTypes')],
    ['what a webhook can be changed to', () => member('UpdateWebhook', 'eventTypes')],
    ['what a webhook is sent', () => member('Webhook', 'eventTypes')],
    ['the filter of the list of events', () => document.paths['/v1/events']?.get.parameters.find(({ name }) => name === 'type')?.schema],
  ])('is in the OpenAPI document, among %s', (_, schema) => {
    expect(listed(schema())).toEqual([...API_EVENT_TYPES]);
  });

  it('is a type of delivery, beside that of tests', () => {
    expect(listed(member('WebhookDelivery', 'type'))).toEqual([...API_EVENT_TYPES, 'webhook.test']);
  });

  it('stands in the table of docs/webhooks.md, and no other does', () => {
    const page = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
    const [, table = ''] = page.split('## Types of events');
    const [section = ''] = table.split('\n## ');
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => /^\| `([\w.-]+)`/.exec(row)?.[1]).sort()).toEqual([...API_EVENT_TYPES].sort());
  });
});

describe('a webhook for all events', () => {
  const stage = new WebhookStage();
  beforeAll(() => stage.open());
  beforeEach(() => stage.begin());
  afterAll(async () => {
    await stage.receiver.close();
    await stage.issuing.close();
  });

  it('is sent events of every type', async () => {
    // The webhook first: transactions of other tests may keep the event of a badge that was issued before from being told until then.
    const hook = await stage.make();
    const [credentialId = ''] = await issueBadges(stage.issuing, stage.tenant, 1);
    const issuerId = stage.tenant.issuer.id;
    await stage.issuing.store.transaction(async (tx) => {
      for (const type of API_EVENT_TYPES) await appendEvent(stage.issuing.foundation, tx, type, { issuerId, credentialId });
    });
    const { received } = stage.receiver;
    await serveUntil(stage.issuing.useCases, hook, () => received.length > API_EVENT_TYPES.length);
    expect(received.map(({ type }) => type)).toEqual(['credential.issued', ...API_EVENT_TYPES]);
  });
});
