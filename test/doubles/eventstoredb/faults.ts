// What can be made to go wrong in the double, and for how long. Everything is driven; nothing waits for a clock.
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

export type Kind = 'append' | 'batch append' | 'read' | 'subscribe' | 'features' | 'tombstone';

/** What becomes of one append. */
export type Fate =
  | 'written'
  /** Committed; the connection breaks before it is said. */
  | 'written, and the connection breaks'
  | 'written, and nothing is said'
  /** Not committed while anybody waits; `arriveLate` commits it. */
  | 'nothing is said, and it arrives late'
  | 'not ready'
  | 'not the leader'
  | 'denied'
  /** A leader that was deposed and does not know it: somebody else's write, which it will have to truncate, stands in the way. */
  | 'refused for what will be truncated';

export class Faults {
  /** Of the next appends, one each; before its turn comes, something else may happen. */
  readonly fates: { readonly fate: Fate; readonly before?: () => void }[] = [];
  /** Of all others. */
  fate: Fate = 'written';
  private readonly late: (() => void)[] = [];
  /** Calls of these kinds are taken and never answered. */
  readonly silent = new Set<Kind>();
  /** So many of the next appends are committed, and their answers lost: the connection breaks, or nothing ever comes. */
  losesAnswers: { left: number; how: 'breaks' | 'says nothing' } = { left: 0, how: 'breaks' };
  /** Commits but does not answer, and drops what it finds again, as while a write is not replicated. */
  unreplicated = false;
  /** Set: this node is no leader; that one is. */
  leader: { readonly host: string; readonly port: number } | undefined;
  /** Set: every call but the one for its version is refused so, as by a node without a leader. */
  refuses: (() => ServiceError) | undefined;
  /** A read ends after so many events as if there were no more. */
  endsReadsAfter: number | undefined;
  /** The user may not read $all, as is the default for whoever is no administrator. */
  deniesAll = false;
  /** A new subscription gives so many events again that were delivered before. */
  repeats = 0;
  /** How far the server's clock is ahead, in milliseconds. */
  clockAhead = 0;
  private readonly failures = new Map<Kind, ServiceError[]>();
  private readonly gates = new Map<Kind, Promise<void>>();

  nextFate(): Fate {
    const next = this.fates.shift();
    next?.before?.();
    return next?.fate ?? this.fate;
  }

  keepForLater(write: () => void): void {
    this.late.push(write);
  }

  arriveLate(): void {
    for (const write of this.late.splice(0)) write();
  }

  /** The next calls of this kind fail so. */
  fail(kind: Kind, ...errors: readonly ServiceError[]): void {
    this.failures.set(kind, [...(this.failures.get(kind) ?? []), ...errors]);
  }

  /** Calls of this kind wait (a slow server) until what is answered here is called. */
  hold(kind: Kind): () => void {
    let open = () => undefined as void;
    this.gates.set(kind, new Promise((done) => (open = done)));
    return () => {
      this.gates.delete(kind);
      open();
    };
  }

  /** What happens to a call before it is served: silence, an error, or nothing. */
  async meet(kind: Kind, needsLeader: boolean): Promise<ServiceError | 'silence' | undefined> {
    await this.gates.get(kind);
    if (this.silent.has(kind)) return 'silence';
    if (this.refuses && kind !== 'features') return this.refuses();
    if (this.leader && needsLeader) return notLeader(this.leader);
    return this.failures.get(kind)?.shift();
  }
}

export function serviceError(code: status, details: string, more: Readonly<Record<string, string>> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(more)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

export const notReady = (): ServiceError => serviceError(status.UNAVAILABLE, 'Server Is Not Ready');
export const tooBusy = (): ServiceError => serviceError(status.UNAVAILABLE, 'Server Is Too Busy');
export const internal = (): ServiceError => serviceError(status.INTERNAL, 'Something broke inside the server');
export const notLeader = ({ host, port }: { host: string; port: number }): ServiceError =>
  serviceError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
export const streamDeleted = (stream: string): ServiceError =>
  serviceError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
export const tooLarge = (most: number): ServiceError =>
  serviceError(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });
export const accessDenied = (): ServiceError =>
  serviceError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
export const unauthenticated = (): ServiceError => serviceError(status.UNAUTHENTICATED, 'Unauthenticated');
