// What the services of the double know of it.
import type { ServerWritableStream, ServiceError } from '@grpc/grpc-js';
import type { Faults, Kind } from './faults.js';
import type { streams_pb } from './generated.js';
import type { Expected, Outcome, Proposed, ServerLog } from './server-log.js';

export type ReadCall = ServerWritableStream<streams_pb.ReadReq, streams_pb.ReadResp>;

export interface Serving {
  readonly faults: Faults;
  readonly calls: { append: number; brokenOff: number; batchAppend: number; read: number; subscribe: number };
  readonly open: { read: number; subscribe: number };
  readonly subscriptions: Set<ReadCall>;
  readonly maxAppendSize: number;
  readonly port: number;
  readonly log: ServerLog;
  now(): number;
  write(stream: string, expected: Expected, events: readonly Proposed[]): Outcome;
  /** Tells every subscription that there may be something new. */
  news(): void;
  nextNews(): Promise<void>;
  /** What happens to a call before it is served: silence, an error, or nothing. */
  meet(kind: Kind, call: unknown, alwaysLeader: boolean): Promise<ServiceError | 'silence' | undefined>;
}
