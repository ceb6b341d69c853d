import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as HttpAgent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

/*
 * The platform's client waits for the rest of an answer whose connection was cut, until the time limit ends it. So the
 * connections are watched from here.
 */

type Callback = (error: Error | null, socket: Duplex) => void;
type Made = Duplex | null | undefined;

const watchers = new AsyncLocalStorage<() => void>();
// What came before a connection closed may still be on its way through the client.
const graceMs = 250;

class WatchedHttpAgent extends HttpAgent {
  override createConnection(options: ClientRequestArgs, callback?: Callback): Made {
    return watched(super.createConnection(options, callback));
  }
}

class WatchedHttpsAgent extends HttpsAgent {
  override createConnection(options: AgentOptions, callback?: Callback): Made {
    return watched(super.createConnection(options, callback));
  }
}

// Shared, so that a warm process resumes its TLS sessions.
const agents = { 'http:': new WatchedHttpAgent(), 'https:': new WatchedHttpsAgent() };

/**
 * Runs a request, and ends it when its connection closed before the answer was whole.
 * @param work does the request; it must use this agent and this signal
 * @param protocol "https:", or "http:" for an API on this machine
 */
export async function onWatchedConnection<T>(
  protocol: string,
  timeoutMs: number,
  work: (agent: HttpAgent, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const cut = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let answered = false;
  const onClose = (): void => {
    if (answered) return;
    timer = setTimeout(() => {
      cut.abort();
    }, graceMs);
  };
  // Not a signal that ends by itself: it would keep the answer in memory until the time is up.
  const limit = setTimeout(() => {
    cut.abort();
  }, timeoutMs);
  try {
    return await watchers.run(onClose, () =>
      work(protocol === 'http:' ? agents['http:'] : agents['https:'], cut.signal),
    );
  } finally {
    answered = true;
    clearTimeout(limit);
    clearTimeout(timer);
  }
}

function watched(socket: Made): Made {
  const onClose = watchers.getStore();
  socket?.once('close', () => onClose?.());
  return socket;
}
