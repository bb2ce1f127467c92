import { ask } from './ask.mjs';

/**
 * Reads what happened since the last time, as a client does that keeps the last id. An event that comes twice is a fault. Answers false when the
 * service did not.
 */
export async function followEvents({ stage, ledger, random }, { slug, issuerId, events }) {
  if (events.reading) return true;
  events.reading = true;
  try {
    for (;;) {
      const after = events.cursor === null ? '' : `&after=${events.cursor}`;
      const ready = stage.services.filter((service) => service.isReady());
      if (ready.length === 0) return false;
      const { status, body } = await ask(random.pick(ready), 'GET', `/v1/events?issuer=${issuerId}&limit=100${after}`, {
        apiKey: stage.apiKey,
      });
      if (status !== 200) {
        if (status === 400 || status === 404)
          ledger.fail('lost', `the events of ${slug} do not go on after ${events.cursor}: ${JSON.stringify(body)}`);
        return false;
      }
      for (const { id } of body.data) {
        if (events.seen.has(id)) ledger.fail('doubled', `the event ${id} of ${slug} was listed twice`);
        events.seen.add(id);
        events.cursor = id;
      }
      if (body.data.length === 0) return true;
    }
  } finally {
    events.reading = false;
  }
}
