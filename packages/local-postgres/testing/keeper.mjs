// Keeps the PostgreSQL of a test run: it runs as long as a process that uses it, and a little longer for the next test file.
// A user holds a connection to this process; the system closes it however the user ends, so nothing runs on after a killed run.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';

const { pid, socket, sockets, patience, answer } = JSON.parse(process.argv[2]);
let users = 0;
let leaving = setTimeout(leave, 20_000);

const server = createServer((connection) => {
  users += 1;
  clearTimeout(leaving);
  connection.on('error', () => undefined);
  connection.on('close', () => {
    users -= 1;
    if (users === 0) leaving = setTimeout(leave, patience);
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

/** Shuts the server down in order (SIGINT), so that the next run can use its files again. */
function leave() {
  server.close();
  if (alive()) process.kill(pid, 'SIGINT');
  const watch = setInterval(() => {
    if (alive()) return;
    clearInterval(watch);
    rmSync(sockets, { recursive: true, force: true });
  }, 20);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, leave);
