import { httpInstrumentationMiddleware } from '@hono/otel';
import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { MiddlewareHandler } from 'hono';
import { redactingExporter } from './redacting-exporter.js';

export interface Traces {
  /** Makes a span of each request, in the trace that its `traceparent` names. */
  readonly middleware: MiddlewareHandler;
  /** The trace of what runs now; null outside of one. */
  readonly traceNow: () => string | null;
  /** Sends what is left. */
  close(): Promise<void>;
}

/**
 * Begins to make traces. Where they go, how many of them, and what else is said of this process the libraries read from the OTEL_ variables.
 * This file is loaded only when traces are configured: without them none of these libraries is.
 */
export function startTraces(): Traces {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'proofmark' }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(redactingExporter(new OTLPTraceExporter()))],
  });
  provider.register();
  return {
    middleware: httpInstrumentationMiddleware({ tracerProvider: provider, captureActiveRequests: false }),
    traceNow: () => trace.getActiveSpan()?.spanContext().traceId ?? null,
    async close() {
      await provider.shutdown();
      trace.disable();
    },
  };
}
