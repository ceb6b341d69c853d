import { createServer, type Socket } from 'node:net';

/** An API that takes every request and never answers. */
export interface HangingApi {
  url: string;
  close: () => Promise<void>;
}

/** Starts an API that never answers, on 127.0.0.1. */
export async function startHangingApi(): Promise<HangingApi> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The API has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/api/v1`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
