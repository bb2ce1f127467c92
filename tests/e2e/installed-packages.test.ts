import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packOne, publishedPackages } from '../../scripts/pack.mjs';
import { type Served, serveOnLoopback } from '../support/serve.js';
import { Stage } from '../support/stage.js';

const run = promisify(execFile);
/** Installing reads the registry where npm has not kept a package from before. */
const MOST = 240_000;

/** What the smallest project of each kind has of its own. The address of the badge comes with the address of the page. */
const PROJECTS = {
  plain: {
    dependencies: { typescript: '5.9.3' },
    files: {
      'main.ts': `import '@proofmark/badge-element/element';
import type { ProofmarkBadgeAttributes, ProofmarkBadgeEventMap } from '@proofmark/badge-element';
export const attributes: ProofmarkBadgeAttributes = { variant: 'line', theme: 'dark' };
const badge = document.createElement('proofmark-badge');
badge.variant = 'line';
badge.loading = 'eager';
badge.src = new URLSearchParams(location.search).get('src') ?? '';
badge.addEventListener('badge-verdict', (event: ProofmarkBadgeEventMap['badge-verdict']) => {
  document.title = event.detail.verdict;
});
document.body.append(badge);
`,
      'check.ts': `import { createClient } from '@proofmark/client';
import { webPorts } from '@proofmark/platform/web';
import { type Policy, verify } from '@proofmark/verifying';
const policy: Policy = { at: Date.now() };
export const verdict = async (text: string): Promise<string> => (await verify({ text }, webPorts({}), policy)).verdict;
export const issuer = createClient({ baseUrl: 'https://issuer.example', apiKey: 'pm_none' });
`,
    },
    config: '{}',
  },
  react: {
    dependencies: { react: '19.3.1', 'react-dom': '19.3.1', '@lit/react': '1.0.8' },
    files: {
      'main.jsx': `import React from 'react';
import { createRoot } from 'react-dom/client';
import { createComponent } from '@lit/react';
import { ProofmarkBadge } from '@proofmark/badge-element/element';
const Badge = createComponent({ tagName: 'proofmark-badge', elementClass: ProofmarkBadge, react: React, events: { onVerdict: 'badge-verdict' } });
const src = new URLSearchParams(location.search).get('src');
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <Badge src={src} loading="eager" onVerdict={(event) => { document.title = event.detail.verdict; }} />,
);
`,
    },
    config: `{ oxc: { jsx: { runtime: 'automatic' } } }`,
  },
  vue: {
    dependencies: { vue: '3.5.45', '@vitejs/plugin-vue': '6.0.11' },
    files: {
      'Badge.vue': `<script setup>
import '@proofmark/badge-element/element';
defineProps(['src']);
defineEmits(['verdict']);
</script>
<template><proofmark-badge :src="src" loading="eager" theme="dark" @badge-verdict="(event) => $emit('verdict', event.detail.verdict)" /></template>
`,
      'main.js': `import { createApp, h } from 'vue';
import Badge from './Badge.vue';
const src = new URLSearchParams(location.search).get('src');
createApp({ render: () => h(Badge, { src, onVerdict: (verdict) => { document.title = verdict; } }) }).mount(document.body.appendChild(document.createElement('main')));
`,
    },
    config: `{ plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('proofmark-') } } })] }`,
  },
} as const;

let stage: Stage;
let folder: string;
let hosted: Served;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'proofmark-installed-'));
  stage = await Stage.set();
  const tarballs = publishedPackages().map((one) => packOne(one, join(folder, 'packed')));
  await install(tarballs);
  const app = new Hono();
  for (const name of Object.keys(PROJECTS))
    app.use(`/${name}/*`, serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace(`/${name}/`, `/${name}/dist/`) }));
  hosted = await serveOnLoopback(app);
}, MOST);
afterAll(async () => {
  await Promise.all([stage?.strike(), hosted?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Installs our tarballs with npm, and what the projects need beside them: once for all, since it is most of the time. */
async function install(tarballs: readonly string[]): Promise<void> {
  const ours = tarballs.map((path) => [`@proofmark/${/^proofmark-(.+)-\d+\.\d+\.\d+\.tgz$/.exec(basename(path))?.[1]}`, `file:${path}`]);
  const theirs = Object.assign({ vite: '8.3.8' }, ...Object.values(PROJECTS).map(({ dependencies }) => dependencies));
  const manifest = { name: 'projects', private: true, type: 'module', dependencies: { ...Object.fromEntries(ours), ...theirs } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  await run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Makes an empty project and builds it with Vite. */
async function build(name: keyof typeof PROJECTS): Promise<string> {
  const { files, config } = PROJECTS[name];
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  const entry = Object.keys(files).find((file) => file.startsWith('main.'));
  writeFileSync(
    join(project, 'index.html'),
    `<!doctype html><html lang="en"><title>none</title><body><script type="module" src="./${entry}"></script></body></html>`,
  );
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  const plugin = name === 'vue' ? `import vue from '@vitejs/plugin-vue';\n` : '';
  writeFileSync(join(project, 'vite.config.js'), `${plugin}export default { base: './', ...${config} };\n`);
  await run('npx', ['--no-install', 'vite', 'build', '--logLevel', 'error'], { cwd: project });
  return project;
}

it('what is installed is what was packed here, and nothing of the same name from a registry', () => {
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, { resolved?: string }> };
  const ours = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/@proofmark/'));
  expect(ours).toHaveLength(publishedPackages().length);
  expect(ours.filter(([, { resolved }]) => !resolved?.startsWith('file:'))).toEqual([]);
});

describe.each(Object.keys(PROJECTS) as (keyof typeof PROJECTS)[])('an empty Vite project, %s', (name) => {
  it(
    'is built with the installed packages and shows a badge',
    async () => {
      const project = await build(name);
      if (name === 'plain') {
        const types = [
          '--noEmit',
          '--strict',
          '--skipLibCheck',
          '--module',
          'esnext',
          '--moduleResolution',
          'bundler',
          '--target',
          'es2023',
        ];
        await run('npx', ['--no-install', 'tsc', ...types, 'main.ts', 'check.ts'], { cwd: project });
      }
      const badge = await stage.issuer.issue({ recipientName: 'Ada Lovelace' });
      const { page, complaints } = await stage.open(
        `http://127.0.0.1:${hosted.port}/${name}/index.html?src=${encodeURIComponent(badge.url)}`,
      );
      await page.locator('proofmark-badge [part=verdict][data-verdict=genuine-issuer-unknown]').waitFor();
      expect(await page.locator('proofmark-badge [part=title]').textContent()).toBe('Web API design');
      await expect.poll(() => page.title()).toContain('genuine-issuer-unknown');
      expect(complaints).toEqual([]);
    },
    MOST,
  );
});
