// Keeps the PostgreSQL of a test run: it runs as long as somebody who uses it lives, and a little longer for the next test file.
// A user holds a connection to this process; the system closes it however the user ends, so nothing is left after a killed run.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';

const { pid, socket, folder, sockets, answer } = JSON.parse(process.argv[2]);
const PATIENCE = 5_000;
let users = 0;
let leaving = setTimeout(leave, 20_000);

const server = createServer((connection) => {
  users += 1;
  clearTimeout(leaving);
  connection.on('error', () => undefined);
  connection.on('close', () => {
    users -= 1;
    if (users === 0) leaving = setTimeout(leave, PATIENCE);
  });
  connection.resume();
  connection.write(`${JSON.stringify(answer)}\n`);
});
rmSync(socket, { force: true });
server.listen(socket);

/** A process that nobody has waited for stays as a zombie, which still takes signals. */
function alive() {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return process.platform !== 'linux';
  }
}

function leave() {
  server.close();
  // Nothing in it will be needed again, so it need not be written out: an immediate shutdown.
  if (alive()) process.kill(pid, 'SIGQUIT');
  const watch = setInterval(() => {
    if (alive()) return;
    clearInterval(watch);
    for (const path of [folder, `${folder}.log`, `${folder}.password`, sockets]) rmSync(path, { recursive: true, force: true });
  }, 20);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
