import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// Runs with planted faults take minutes, so they are no part of the other suites. Where a kill comes too early, a run ends before its fault shows.
const config = mergeConfig(base, defineConfig({ test: { retry: 3 } }));
config.test.include = ['tests/crash/**/*.test.ts'];
config.test.exclude = ['**/node_modules/**'];

export default config;
