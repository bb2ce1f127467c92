import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instruments } from './instruments.js';

const file = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}
const dashboard = JSON.parse(file('deploy/grafana-dashboard.json')) as { panels: Panel[] };
const queries = dashboard.panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const));

/** What PromQL itself has, of what the dashboard uses. */
const PROMQL = new Set(['sum', 'min', 'max', 'by', 'rate', 'topk', 'histogram_quantile']);
/** Labels that Prometheus adds to each series that it reads. */
const OF_PROMETHEUS = ['job', 'instance'];

/** The labels of every series that a service can have, by its name. */
const SERIES: ReadonlyMap<string, readonly string[]> = new Map(
  instruments()
    .registry.getMetricsAsArray()
    .flatMap((metric) => {
      const { name, type, labelNames = [] } = metric as unknown as { name: string; type: string; labelNames?: string[] };
      const kinds = type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      return kinds.map((kind) => [`${name}${kind}`, [...labelNames, ...(kind === '_bucket' ? ['le'] : [])]] as const);
    }),
);

/** The series of a query with the labels that it asks for. */
function asked(expression: string): { readonly series: string[]; readonly labels: string[] } {
  const matchers = [...expression.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) => [...inside.matchAll(/(\w+)\s*[=!]~?/g)]);
  const grouped = [...expression.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, inside = '']) => inside.split(',').map((name) => name.trim()));
  const bare = expression
    .replace(/\{[^}]*\}/g, '')
    .replace(/\bby \([^)]*\)/g, '')
    .replace(/\[[^\]]*\]/g, '');
  const names = [...bare.matchAll(/[a-z_]\w*/g)].map(([name]) => name).filter((name) => !PROMQL.has(name));
  return { series: names, labels: [...matchers.map(([, name = '']) => name), ...grouped] };
}

describe('the dashboard', () => {
  it('has queries', () => {
    expect(queries.length).toBeGreaterThan(20);
  });

  it.each(queries)('asks in "%s" for series and labels that exist: %s', (_, expression) => {
    const { series, labels } = asked(expression);
    expect(series.length).toBeGreaterThan(0);
    for (const name of series) {
      const known = SERIES.get(name);
      expect(known, name).toBeDefined();
      expect([...OF_PROMETHEUS, ...(known ?? [])]).toEqual(expect.arrayContaining(labels));
    }
  });
});

describe('every metric of ours', () => {
  const ours = [...new Set([...SERIES.keys()].map((name) => name.replace(/_(bucket|sum|count)$/, '')))].filter((name) =>
    name.startsWith('proofmark_'),
  );

  it('has no label that Prometheus gives itself', () => {
    for (const [name, labels] of SERIES) for (const label of OF_PROMETHEUS) expect(labels, name).not.toContain(label);
  });

  it.each(ours)('%s is documented', (name) => {
    expect(file('docs/observability.md')).toContain(`\`${name}\``);
  });
});
