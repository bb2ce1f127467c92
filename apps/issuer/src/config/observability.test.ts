import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.js';

const OTLP = 'http://collector.example:4318';
const read = (environment: Record<string, string>) => readConfiguration(environment).settings.observability;

describe('the settings of metrics and traces', () => {
  it('have neither unless they are set', () => {
    expect(read({})).toEqual({ metrics: null, traces: false });
    expect(readConfiguration({}).secrets.metricsToken).toBeNull();
  });

  it('serve metrics to this machine alone unless a host is named', () => {
    expect(read({ METRICS_PORT: '9464' }).metrics).toEqual({ port: 9464, host: '127.0.0.1' });
    expect(read({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics).toEqual({ port: 9464, host: '0.0.0.0' });
  });

  it.each([
    [{ METRICS_PORT: '70000' }, 'setting-invalid', /METRICS_PORT/],
    [{ METRICS_PORT: '1', METRICS_HOST: 'localhost:1' }, 'setting-invalid', /METRICS_HOST/],
    [{ METRICS_TOKEN: '0123456789abcdef' }, 'settings-contradict', /METRICS_TOKEN is set, but METRICS_PORT/],
    [{ METRICS_PORT: '1', METRICS_TOKEN: 'short' }, 'setting-invalid', /METRICS_TOKEN is no token/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: OTLP, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'setting-invalid', /over HTTP/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: OTLP, OTEL_TRACES_EXPORTER: 'zipkin' }, 'setting-invalid', /OTEL_TRACES_EXPORTER is "zipkin"/],
  ])('refuse %j', (environment, code, message) => {
    expect(() => readConfiguration(environment)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });

  it('do not repeat a token that is none', () => {
    const call = () => readConfiguration({ METRICS_PORT: '1', METRICS_TOKEN: 'geheim' });
    expect(call).toThrow(expect.not.objectContaining({ message: expect.stringContaining('geheim') }));
  });

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: OTLP }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${OTLP}/v1/traces` }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: OTLP, OTEL_SDK_DISABLED: 'true' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: OTLP, OTEL_TRACES_EXPORTER: 'none' }, false],
    [{ OTEL_SERVICE_NAME: 'badges' }, false],
  ])('of OpenTelemetry %j make traces: %s', (environment, traces) => {
    expect(read(environment).traces).toBe(traces);
  });
});
