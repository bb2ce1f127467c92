import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';

/** Where git's own server program is; null on a machine without git. */
export function findHttpBackend(): string | null {
  try {
    const folder = execFileSync('git', ['--exec-path'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    const program = join(folder, 'git-http-backend');
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/**
 * Serves the repositories in a folder by git's own server program, as a web server does over CGI (RFC 3875).
 *
 * @param options.version2 hands on the header that asks for version 2 of the protocol; otherwise the server speaks version 0
 */
export function gitHttpBackend(program: string, root: string, options: { readonly version2?: boolean } = {}): RequestListener {
  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const protocol = request.headers['git-protocol'];
    const child = spawn(program, [], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
        REQUEST_METHOD: request.method,
        PATH_INFO: decodeURIComponent(pathname),
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        ...(options.version2 !== false && typeof protocol === 'string' ? { GIT_PROTOCOL: protocol } : {}),
      },
    });
    child.stdin.on('error', () => {});
    request.pipe(child.stdin);
    response.on('close', () => child.kill());
    let head = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      if (response.headersSent) return void response.write(chunk);
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const fields = head
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map((line) => line.split(/: (.*)/) as [string, string]);
      const status = fields.find(([name]) => name === 'Status')?.[1] ?? '200';
      response.writeHead(Number.parseInt(status, 10), Object.fromEntries(fields.filter(([name]) => name !== 'Status')));
      response.write(head.subarray(end + 4));
    });
    child.stdout.on('end', () => response.end());
  };
}
