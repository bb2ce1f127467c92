// A process of its own: the strangers must not slow down the clock of who measures, nor share its name look-ups.
import { once } from 'node:events';
import { Agent } from 'node:http';
import { send } from './send.mjs';
import { strangerServer } from './stranger.mjs';
import { worstRequests } from './worst-requests.mjs';

const base = process.argv[2];
const stranger = await strangerServer();
const requests = (await worstRequests(stranger)).map((request) => ({ ...request, body: Buffer.from(request.body) }));
process.send('ready');
await once(process, 'message');
const agent = new Agent({ keepAlive: false });
const answers = await Promise.all(requests.map(({ path, body, client }) => send(base, path, client, { body, agent })));
await stranger.close();
process.send(answers.map(({ status, ms }, at) => ({ name: requests[at].name, status, ms })));
process.disconnect();
