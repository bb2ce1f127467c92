// A thread of its own: the strangers must not slow down the clock of who measures.
import { Agent } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { send } from './send.mjs';
import { strangerServer } from './stranger.mjs';
import { worstRequests } from './worst-requests.mjs';

const { base } = workerData;
const stranger = await strangerServer();
const requests = await worstRequests(stranger);
parentPort.postMessage('ready');
await new Promise((resolve) => parentPort.once('message', resolve));
const agent = new Agent({ keepAlive: false });
const answers = await Promise.all(requests.map(({ path, body, client }) => send(base, path, client, { body, agent })));
await stranger.close();
parentPort.postMessage(answers.map(({ status, ms }, at) => ({ name: requests[at].name, status, ms })));
