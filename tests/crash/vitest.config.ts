import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// Runs with planted faults take minutes, so they are no part of the other suites.
const config = mergeConfig(base, defineConfig({ test: { retry: 1 } }));
config.test.include = ['tests/crash/**/*.test.ts'];
config.test.exclude = ['**/node_modules/**'];

export default config;
