import { parentPort } from 'node:worker_threads';
import { signAndAsk } from './canary.js';

parentPort?.postMessage(await signAndAsk());
