import type { Observability } from '../config/configuration.js';
import type { PrometheusMetrics } from './prometheus-metrics.js';
import type { Traces } from './start-traces.js';

/** What is counted and traced; null for what is not configured, and then none of its libraries is loaded. */
export interface OpenObservability {
  readonly metrics: PrometheusMetrics | null;
  readonly traces: Traces | null;
}

export async function openObservability({ metrics, traces }: Observability): Promise<OpenObservability> {
  return {
    metrics: metrics === null ? null : (await import('./prometheus-metrics.js')).prometheusMetrics(),
    traces: traces ? (await import('./start-traces.js')).startTraces() : null,
  };
}
