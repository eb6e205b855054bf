// An EventStoreDB for tests, in this process: speaks to the unmodified client, keeps the server's rules, and goes wrong when told to.
import { Server, ServerCredentials, type sendUnaryData, type ServerUnaryCall, type ServiceError } from '@grpc/grpc-js';
import { Faults, unauthenticated, type Kind } from './faults.js';
import {
  features_grpc_pb,
  features_pb,
  gossip_grpc_pb,
  gossip_pb,
  streams_grpc_pb,
  type shared_pb,
  type streams_pb,
} from './generated.js';
import { append, batchAppend, tombstone } from './serve-append.js';
import { read } from './serve-read.js';
import type { ReadCall, Serving } from './serving.js';
import { ServerLog, type Expected, type Outcome, type Proposed } from './server-log.js';

export interface DoubleOptions {
  readonly port?: number;
  readonly version?: string;
  /** Bytes of one append (1 MiB as the server's default). */
  readonly maxAppendSize?: number;
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  readonly user?: { readonly name: string; readonly password: string };
  readonly log?: ServerLog;
  /** What it tells of the cluster that it is of. */
  readonly members?: () => gossip_pb.MemberInfo[];
  /** Told of what was written, so that the other nodes of a cluster ring too. */
  readonly onWritten?: () => void;
}

interface AnyCall {
  readonly metadata: { get(name: string): unknown[] };
}

export class EventStoreDbDouble implements Serving {
  readonly faults = new Faults();
  readonly calls = { append: 0, brokenOff: 0, batchAppend: 0, read: 0, subscribe: 0 };
  readonly open = { read: 0, subscribe: 0 };
  readonly subscriptions = new Set<ReadCall>();
  readonly maxAppendSize: number;
  readonly log: ServerLog;
  port: number;
  private server: Server | undefined;
  private ring: () => void = () => undefined;
  private heard = this.listen();

  private constructor(private readonly options: DoubleOptions) {
    this.maxAppendSize = options.maxAppendSize ?? 1024 * 1024;
    this.log = options.log ?? new ServerLog();
    this.port = options.port ?? 0;
  }

  static async start(options: DoubleOptions = {}): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(options);
    // A server is never empty: it writes for itself first.
    if (double.log.all.length === 0) double.log.recordSystemEvent();
    await double.listenOn();
    return double;
  }

  get url(): string {
    const { tls, user } = this.options;
    const who = user ? `${user.name}:${user.password}@` : '';
    return `esdb://${who}localhost:${this.port}?tls=${tls ? 'true' : 'false'}`;
  }

  async listenOn(port = this.port): Promise<void> {
    const server = new Server({
      'grpc.max_concurrent_streams': 100,
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
    });
    server.addService(streams_grpc_pb.StreamsService, {
      append: (call: Parameters<typeof append>[1], answer: Parameters<typeof append>[2]) =>
        void append(this, call, answer).catch(() => undefined),
      batchAppend: (call: Parameters<typeof batchAppend>[1]) => batchAppend(this, call),
      read: (call: ReadCall) => void read(this, call).catch(() => undefined),
      tombstone: (call: Parameters<typeof tombstone>[1], answer: Parameters<typeof tombstone>[2]) =>
        void tombstone(this, call, answer),
      delete: () => undefined,
    });
    server.addService(features_grpc_pb.ServerFeaturesService, {
      getSupportedMethods: (call: FeaturesCall, answer: sendUnaryData<features_pb.SupportedMethods>) =>
        this.features(call, answer),
    });
    const { tls, members } = this.options;
    if (members) {
      server.addService(gossip_grpc_pb.GossipService, {
        read: (_: FeaturesCall, answer: sendUnaryData<gossip_pb.ClusterInfo>) => {
          const info = new gossip_pb.ClusterInfo();
          info.setMembersList(members());
          answer(null, info);
        },
      });
    }
    const credentials = tls
      ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }])
      : ServerCredentials.createInsecure();
    this.port = await new Promise((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${port}`, credentials, (error, bound) => (error ? reject(error) : resolve(bound))),
    );
    this.server = server;
  }

  /** Pulls the plug: every connection breaks. What was committed stays. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.subscriptions.clear();
    this.news();
  }

  async restart(): Promise<void> {
    this.stop();
    this.log.restart();
    await this.listenOn();
  }

  /** Ends every subscription as if it were done: without an error. */
  endSubscriptions(): void {
    for (const call of [...this.subscriptions]) call.end();
    this.subscriptions.clear();
    this.news();
  }

  dropSubscriptions(error: ServiceError): void {
    for (const call of [...this.subscriptions]) call.emit('error', error);
    this.subscriptions.clear();
    this.news();
  }

  write(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const outcome = this.log.append(stream, expected, events);
    if (outcome.kind === 'written') (this.options.onWritten ?? (() => this.news()))();
    return outcome;
  }

  news(): void {
    const { ring } = this;
    this.heard = this.listen();
    ring();
  }

  nextNews(): Promise<void> {
    return this.heard;
  }

  private listen(): Promise<void> {
    return new Promise((done) => (this.ring = done));
  }

  now(): number {
    return performance.timeOrigin + performance.now();
  }

  async meet(kind: Kind, call: unknown, alwaysLeader: boolean): Promise<ServiceError | 'silence' | undefined> {
    const { metadata } = call as AnyCall;
    const { user } = this.options;
    if (user) {
      const given = metadata.get('authorization')[0];
      const due = `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`;
      if (given !== due) return unauthenticated();
    }
    return this.faults.meet(kind, alwaysLeader || metadata.get('requires-leader')[0] === 'true');
  }

  private features(_: FeaturesCall, answer: sendUnaryData<features_pb.SupportedMethods>): void {
    void this.faults.meet('features', false).then((met) => {
      if (met === 'silence') return;
      if (met) return answer(met);
      const supported = new features_pb.SupportedMethods();
      supported.setEventStoreServerVersion(this.options.version ?? '23.10.8');
      for (const name of ['Append', 'BatchAppend', 'Read', 'Tombstone']) {
        const method = new features_pb.SupportedMethod();
        method.setServiceName('event_store.client.streams.Streams');
        method.setMethodName(name);
        supported.addMethods(method);
      }
      answer(null, supported);
    });
  }
}

type FeaturesCall = ServerUnaryCall<shared_pb.Empty, features_pb.SupportedMethods>;
export type { streams_pb };
