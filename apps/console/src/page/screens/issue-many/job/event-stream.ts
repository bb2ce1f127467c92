/** An event of a stream (HTML, server-sent events). */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Characters of one event. */
const MOST = 100_000;

/** The events of a stream, as they come. One that is too long ends the stream. */
export async function* eventsOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<StreamEvent> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text = (text + value).replaceAll('\r\n', '\n');
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = eventOf(text.slice(0, end));
        text = text.slice(end + 2);
        if (event !== null) yield event;
      }
      if (text.length > MOST) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Null for lines that only keep the connection open. */
function eventOf(text: string): StreamEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^(event|data): ?(.*)$/.exec(line) ?? [];
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
  }
  return data.length === 0 ? null : { event, data: data.join('\n') };
}
