// What traces are sent to: it takes all, and answers how many spans came since it was last asked.
import { createServer } from 'node:http';

let spans = 0;
const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  request.on('end', () => {
    spans += text.split('"spanId"').length - 1;
    response.setHeader('content-type', 'application/json').end('{}');
  });
});
process.on('message', () => {
  process.send(spans);
  spans = 0;
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
