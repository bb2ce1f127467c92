import type { Page, WebhookDelivery } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../api.js';
import type { ConsoleContext } from '../../../shell/context.js';
import { Deliveries } from './deliveries.js';

type Listed = Answer<Page<WebhookDelivery>>;

/** Deliveries whose answers are given one by one. */
function listed() {
  const waiting: ((answer: Listed) => void)[] = [];
  const context = { ask: () => new Promise((resolve) => waiting.push(resolve)) } as unknown as ConsoleContext;
  const deliveries = new Deliveries({
    ...{ addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined },
    ...{ updateComplete: Promise.resolve(true), context },
  });
  const answer = (id: string, next: string | null, at = 0): void =>
    waiting.splice(at, 1)[0]?.({ ok: true, value: { data: [{ id } as WebhookDelivery], next } });
  const shown = () => deliveries.loaded.value?.data.map(({ id }) => id);
  return { deliveries, answer, shown };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the deliveries of a webhook', () => {
  it('are not added to those of another state that was chosen meanwhile', async () => {
    const { deliveries, answer, shown } = listed();
    deliveries.open('w', null);
    answer('a', 'after a');
    await settled();
    const more = deliveries.more();
    deliveries.open('w', 'failed');
    answer('failed', null, 1);
    await settled();
    answer('b', null);
    await more;
    expect(shown()).toEqual(['failed']);
  });
});
