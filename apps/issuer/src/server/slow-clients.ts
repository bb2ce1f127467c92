import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How long a request may take to come in. */
export interface Patience {
  /** Milliseconds for the whole of it. */
  readonly whole: number;
  /** Uploads take as long as they need, while so many bytes come in so many milliseconds. */
  readonly upload: { readonly every: number; readonly atLeast: number };
  isUpload(path: string): boolean;
}

const LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** Cuts off clients whose bodies do not come: Node has one time for all requests, which a large upload rightly exceeds. */
export function cutOffSlowClients(server: Server, { whole, upload, isUpload }: Patience): void {
  server.on('request', (incoming: IncomingMessage, answer: ServerResponse) => {
    const { headers, url = '' } = incoming;
    if (incoming.complete || (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0)) return;
    const { socket } = incoming;
    const cutOff = (): void => {
      if (incoming.complete) return;
      if (answer.headersSent || !socket.writable) socket.destroy();
      else socket.end(LATE, () => socket.destroy());
    };
    let before = socket.bytesRead;
    const look = (): void => {
      // What has come and is not read yet waits for us, not for the client.
      if (incoming.readableLength === 0 && socket.bytesRead - before < upload.atLeast) cutOff();
      before = socket.bytesRead;
    };
    const timer = isUpload(url.split('?', 1)[0] ?? '') ? setInterval(look, upload.every) : setTimeout(cutOff, whole);
    timer.unref();
    incoming.once('end', () => clearTimeout(timer));
    incoming.once('close', () => clearTimeout(timer));
  });
}
