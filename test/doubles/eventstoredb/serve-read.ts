// Reads and subscriptions of the double: one stream or everything, both ways, filtered, with checkpoints and "caught up".
import { status } from '@grpc/grpc-js';
import { accessDenied, serviceError, streamDeleted } from './faults.js';
import { streams_pb } from './generated.js';
import type { Recorded } from './server-log.js';
import type { ReadCall, Serving } from './serving.js';
import { identifierOf, readEvent, streamName } from './wire.js';

export async function read(double: Serving, call: ReadCall): Promise<void> {
  const options = call.request.getOptions();
  if (!options) return void call.emit('error', serviceError(status.INVALID_ARGUMENT, 'no options'));
  const kind = options.hasSubscription() ? 'subscribe' : 'read';
  call.setMaxListeners(0);
  double.calls[kind]++;
  double.open[kind]++;
  call.once('close', () => double.open[kind]--);
  const met = await double.meet(kind, call, false);
  if (met === 'silence') return;
  if (met) return void call.emit('error', met);
  if (options.hasAll() && double.faults.deniesAll) return void call.emit('error', accessDenied());
  if (kind === 'subscribe') return subscribe(double, call, options);
  const backwards = options.getReadDirection() === streams_pb.ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.getStream();
  const events = stream
    ? ofStream(double, call, stream, backwards, options.getCount())
    : ofAll(double, options.getAll(), backwards);
  if (!events) return;
  const most = Math.min(Number(options.getCount()), double.faults.endsReadsAfter ?? Infinity);
  for (const event of events.slice(0, most)) {
    if (call.cancelled) return;
    if (!call.write(readEvent(event))) await new Promise<void>((done) => call.once('drain', done).once('close', done));
  }
  call.end();
}

/** Inclusive of the revision it starts from. Undefined: it was answered already. */
function ofStream(
  double: Serving,
  call: ReadCall,
  options: streams_pb.ReadReq.Options.StreamOptions,
  backwards: boolean,
  count: string,
): readonly Recorded[] | undefined {
  const name = streamName(options.getStreamIdentifier());
  const seen = double.log.visible(name);
  if (seen === 'deleted') return void call.emit('error', streamDeleted(name));
  if (!seen) {
    const missing = new streams_pb.ReadResp.StreamNotFound();
    missing.setStreamIdentifier(identifierOf(name));
    const response = new streams_pb.ReadResp();
    response.setStreamNotFound(missing);
    call.write(response);
    return void call.end();
  }
  if (backwards) {
    // By numbers, not by what is there: from far beyond the end a short read finds nothing.
    const last = seen[seen.length - 1]?.revision ?? 0n;
    const from = options.hasRevision() ? BigInt(options.getRevision()) : last;
    const first = Number(seen[0]?.revision ?? 0n);
    const end = Number(from) + 1 - first;
    return seen.slice(Math.max(0, end - Number(count)), Math.max(0, end)).reverse();
  }
  const from = options.hasRevision() ? BigInt(options.getRevision()) : 0n;
  return seen.slice(Math.max(0, Number(from - (seen[0]?.revision ?? 0n))));
}

/** Forwards inclusive of the position it starts from; backwards exclusive, as a log is read from its end. */
function ofAll(
  double: Serving,
  options: streams_pb.ReadReq.Options.AllOptions | undefined,
  backwards: boolean,
): readonly Recorded[] {
  const position = options?.hasPosition() ? BigInt(options.getPosition()?.getCommitPosition() ?? 0) : undefined;
  const { all } = double.log;
  if (backwards) {
    const before = position === undefined ? all.length : firstAtOrAfter(all, position);
    return options?.hasStart() ? [] : all.slice(0, before).reverse();
  }
  return options?.hasEnd() ? [] : all.slice(position === undefined ? 0 : firstAtOrAfter(all, position));
}

function firstAtOrAfter(all: readonly Recorded[], position: bigint): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.position ?? 0n) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Start positions are exclusive. Ends when the call closes or the double says so. */
async function subscribe(double: Serving, call: ReadCall, options: streams_pb.ReadReq.Options): Promise<void> {
  const { all } = double.log;
  const wants = options.getAll();
  const start = wants?.hasPosition() ? BigInt(wants.getPosition()?.getCommitPosition() ?? 0) : undefined;
  let next = start !== undefined ? firstAtOrAfter(all, start + 1n) : wants?.hasEnd() ? all.length : 0;
  next = Math.max(0, next - double.faults.repeats);
  const matches = matcher(options.getFilter());
  const every = (options.getFilter()?.getMax() || 32) * (options.getFilter()?.getCheckpointintervalmultiplier() || 1);
  const confirmed = new streams_pb.ReadResp();
  confirmed.setConfirmation(new streams_pb.ReadResp.SubscriptionConfirmation());
  call.write(confirmed);
  double.subscriptions.add(call);
  let closed = false;
  call.once('close', () => {
    closed = true;
    double.subscriptions.delete(call);
    double.news();
  });
  let [considered, live] = [0, false];
  while (!closed && double.subscriptions.has(call)) {
    const heard = double.nextNews();
    for (; next < all.length && !closed; next++) {
      const event = all[next];
      if (!event) break;
      if (matches(event) && !call.write(readEvent(event)))
        await new Promise<void>((done) => call.once('drain', done).once('close', done));
      if (options.hasFilter() && ++considered % every === 0) call.write(checkpoint(event));
    }
    if (!live && !closed) {
      live = true;
      const caughtUp = new streams_pb.ReadResp();
      caughtUp.setCaughtUp(new streams_pb.ReadResp.CaughtUp());
      call.write(caughtUp);
    }
    await heard;
  }
}

function matcher(filter: streams_pb.ReadReq.Options.FilterOptions | undefined): (event: Recorded) => boolean {
  const byStream = filter?.getStreamIdentifier();
  const expression = byStream ?? filter?.getEventType();
  if (!expression) return () => true;
  const [regex, prefixes] = [expression.getRegex(), expression.getPrefixList()];
  const matches = regex
    ? (text: string) => new RegExp(regex).test(text)
    : (text: string) => prefixes.some((prefix) => text.startsWith(prefix));
  return ({ stream, type }) => matches(byStream ? stream : type);
}

function checkpoint(event: Recorded): streams_pb.ReadResp {
  const place = new streams_pb.ReadResp.Checkpoint();
  place.setCommitPosition(event.position.toString());
  place.setPreparePosition(event.position.toString());
  const response = new streams_pb.ReadResp();
  response.setCheckpoint(place);
  return response;
}
