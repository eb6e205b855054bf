// The port of a node that can be frozen, as by SIGSTOP: connections are still taken, by the system, and nothing is ever answered.
import { connect, createServer, type Server, type Socket } from 'node:net';

export class FreezablePort {
  private readonly pairs = new Set<readonly [outer: Socket, inner: Socket]>();
  private frozen = false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** Passes everything on to the port behind it. */
  static async before(inner: number, port = 0): Promise<FreezablePort> {
    const server = createServer();
    await new Promise<void>((done, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', done);
    });
    const address = server.address();
    const made = new FreezablePort(server, typeof address === 'object' && address ? address.port : 0);
    server.on('connection', (socket) => made.take(socket, connect(inner, '127.0.0.1')));
    return made;
  }

  freeze(): void {
    this.frozen = true;
    for (const [outer, inner] of this.pairs) {
      outer.unpipe(inner);
      inner.unpipe(outer);
    }
  }

  /** Nothing that was sent meanwhile is lost. */
  thaw(): void {
    this.frozen = false;
    for (const [outer, inner] of this.pairs) outer.pipe(inner).pipe(outer);
  }

  close(): void {
    this.server.close();
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    this.pairs.clear();
  }

  private take(outer: Socket, inner: Socket): void {
    const pair = [outer, inner] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.pairs.delete(pair);
        for (const each of pair) each.destroy();
      });
    }
    if (!this.frozen) outer.pipe(inner).pipe(outer);
  }
}
