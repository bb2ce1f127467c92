import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node';
import { loggedPath, redact } from '../server/logger.js';

/** Attributes that hold the address of a request. */
const ADDRESSES = ['url.full', 'http.url'];

/** Sends spans on without what may be about a person: queries, addresses of people and keys in paths, and the messages of errors. */
export function redactingExporter(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(redacted), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}

function redacted(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).map(([name, value]) => [
      name,
      typeof value !== 'string' ? value : ADDRESSES.includes(name) ? addressOf(value) : redact(value),
    ]),
  );
  // A span of the library reads its members through accessors.
  return Object.create(span, {
    attributes: { value: attributes, enumerable: true },
    events: { value: span.events.map(({ time, name }) => ({ time, name })), enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
  }) as ReadableSpan;
}

function addressOf(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${loggedPath(pathname)}`;
}
