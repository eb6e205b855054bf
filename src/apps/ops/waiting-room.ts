// Answers while the event store cannot be reached: alive, not ready, and why. Everything else is told to come back.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { Settings } from './settings.js';

export class WaitingRoom {
  private server: Server | undefined;
  private words = '';

  constructor(private readonly settings: Pick<Settings, 'port' | 'host'>) {}

  /** Opens it when it is needed for the first time. */
  async say(words: string): Promise<void> {
    this.words = words;
    if (this.server) return;
    this.server = createServer((request, response) => {
      const live = request.url === '/health/live';
      response.writeHead(live ? 200 : 503, { 'content-type': 'application/json', 'retry-after': '5' });
      response.end(
        JSON.stringify(
          live ? { status: 'live' } : { status: 'not ready', ready: false, store: 'unavailable', problem: this.words },
        ),
      );
    });
    this.server.listen(this.settings.port, this.settings.host);
    await once(this.server, 'listening');
  }

  /** Leaves the port to whoever comes next. */
  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
}
