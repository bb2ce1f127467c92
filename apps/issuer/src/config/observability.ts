import type { Observability, SettingName } from './configuration.js';
import { readHost, readPort } from './read-address.js';
import { StartupError } from './startup-error.js';

type Get = (name: SettingName) => string | undefined;

/** Settings of OpenTelemetry that are read here; its own library reads the others of that name (sampling, attributes, headers, times). */
const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const;
const PROTOCOLS = ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'OTEL_EXPORTER_OTLP_PROTOCOL'] as const;

/** Where metrics are to be had, and whether traces are sent. Throws a StartupError. */
export function readObservability(get: Get, environment: Readonly<Record<string, string | undefined>>): Observability {
  const port = get('METRICS_PORT');
  if (port === undefined) {
    const other = (['METRICS_HOST', 'METRICS_TOKEN'] as const).find((name) => get(name) !== undefined);
    if (other !== undefined)
      throw new StartupError('settings-contradict', `${other} is set, but METRICS_PORT is not; set both, or neither.`);
  }
  return {
    metrics:
      port === undefined
        ? null
        : { port: readPort('METRICS_PORT', port), host: readHost('METRICS_HOST', get('METRICS_HOST') ?? '127.0.0.1') },
    traces: readTraces(environment),
  };
}

/** The token that METRICS_TOKEN holds; null for none. Throws a StartupError, which does not repeat it. */
export function readMetricsToken(token: string | undefined): string | null {
  if (token === undefined || /^[\x21-\x7e]{16,256}$/.test(token)) return token ?? null;
  throw new StartupError('setting-invalid', 'METRICS_TOKEN is no token; set it to 16 to 256 visible ASCII characters without spaces.');
}

function readTraces(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (!ENDPOINTS.some((name) => environment[name])) return false;
  if (environment.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false;
  const exporter = environment.OTEL_TRACES_EXPORTER || 'otlp';
  if (exporter === 'none') return false;
  if (exporter !== 'otlp') throw invalid(`OTEL_TRACES_EXPORTER is "${exporter}"; traces are sent by otlp: set it to that, or to none.`);
  for (const name of PROTOCOLS) {
    const protocol = environment[name];
    if (protocol === 'grpc')
      throw invalid(`${name} is grpc; traces are sent over HTTP: name the HTTP port of the collector and remove ${name}.`);
  }
  return true;
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
