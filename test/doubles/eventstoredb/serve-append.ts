// Append, tombstone and batch append of the double.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Any } from 'google-protobuf/google/protobuf/any_pb.js';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerUnaryCall } from '@grpc/grpc-js';
import { accessDenied, notLeader, notReady, serviceError, streamDeleted, tooLarge } from './faults.js';
import { empty_pb, shared_pb, status_pb, streams_pb } from './generated.js';
import type { Outcome, Proposed } from './server-log.js';
import type { Serving } from './serving.js';
import { expectedOf, proposed, sizeOf, streamName } from './wire.js';
import { status } from '@grpc/grpc-js';

type AppendCall = ServerReadableStream<streams_pb.AppendReq, streams_pb.AppendResp>;

export async function append(double: Serving, call: AppendCall, answer: sendUnaryData<streams_pb.AppendResp>) {
  double.calls.append++;
  let options: streams_pb.AppendReq.Options | undefined;
  const events: Proposed[] = [];
  for await (const request of call as AsyncIterable<streams_pb.AppendReq>) {
    options ??= request.getOptions();
    const message = request.getProposedMessage();
    if (message) events.push(proposed(message));
  }
  // A server writes when the client has said that this was all; one that broke off never did. Here both end the loop, and the break is known a turn later.
  await nextTurn();
  if (call.cancelled) return void double.calls.brokenOff++;
  const met = await double.meet('append', call, true);
  if (met === 'silence') return;
  if (met) return answer(met);
  if (!options) return answer(serviceError(status.INVALID_ARGUMENT, 'no options'));
  if (sizeOf(events) > double.maxAppendSize) return answer(tooLarge(double.maxAppendSize));
  const name = streamName(options.getStreamIdentifier());
  const expected = expectedOf(options, () => options.getRevision());
  const fate = double.faults.nextFate();
  if (fate === 'not ready') return answer(notReady());
  if (fate === 'denied') return answer(accessDenied());
  if (fate === 'not the leader') return answer(notLeader({ host: 'localhost', port: double.port }));
  if (fate === 'refused for what will be truncated')
    return answer(null, appendResponse({ kind: 'wrong-version', current: 999n }));
  if (fate === 'nothing is said, and it arrives late')
    return double.faults.keepForLater(() => void double.write(name, expected, events));
  const outcome = double.write(name, expected, events);
  if (outcome.kind === 'written' && fate === 'written, and nothing is said') return;
  if (outcome.kind === 'written' && fate === 'written, and the connection breaks')
    return answer(serviceError(status.UNAVAILABLE, 'Connection dropped'));
  if (double.faults.unreplicated && outcome.kind !== 'wrong-version') return;
  if (double.faults.losesAnswers.left > 0 && outcome.kind === 'written') {
    double.faults.losesAnswers.left--;
    if (double.faults.losesAnswers.how === 'says nothing') return;
    return answer(serviceError(status.UNAVAILABLE, 'Connection dropped'));
  }
  if (outcome.kind === 'deleted') return answer(streamDeleted(name));
  answer(null, appendResponse(outcome));
}

function appendResponse(outcome: Exclude<Outcome, { kind: 'deleted' }>): streams_pb.AppendResp {
  const response = new streams_pb.AppendResp();
  if (outcome.kind === 'wrong-version') {
    const wrong = new streams_pb.AppendResp.WrongExpectedVersion();
    if (outcome.current === 'no_stream') wrong.setCurrentNoStream(new shared_pb.Empty());
    else wrong.setCurrentRevision(outcome.current.toString());
    response.setWrongExpectedVersion(wrong);
    return response;
  }
  const success = new streams_pb.AppendResp.Success();
  success.setCurrentRevision(outcome.revision.toString());
  const position = new streams_pb.AppendResp.Position();
  position.setCommitPosition(outcome.position.toString());
  position.setPreparePosition(outcome.position.toString());
  success.setPosition(position);
  response.setSuccess(success);
  return response;
}

type TombstoneCall = ServerUnaryCall<streams_pb.TombstoneReq, streams_pb.TombstoneResp>;

export async function tombstone(double: Serving, call: TombstoneCall, answer: sendUnaryData<streams_pb.TombstoneResp>) {
  const met = await double.meet('tombstone', call, true);
  if (met === 'silence') return;
  if (met) return answer(met);
  const options = call.request.getOptions();
  if (!options) return answer(serviceError(status.INVALID_ARGUMENT, 'no options'));
  const name = streamName(options.getStreamIdentifier());
  const outcome = double.log.tombstone(
    name,
    expectedOf(options, () => options.getRevision()),
  );
  double.news();
  if (outcome.kind === 'deleted') return answer(streamDeleted(name));
  if (outcome.kind === 'wrong-version')
    return answer(
      serviceError(status.FAILED_PRECONDITION, 'wrong expected version', { exception: 'wrong-expected-version' }),
    );
  answer(null, new streams_pb.TombstoneResp());
}

type BatchCall = ServerDuplexStream<streams_pb.BatchAppendReq, streams_pb.BatchAppendResp>;

/** The shared stream of appends, which the adapter does not use: here so that tests can show why. */
export function batchAppend(double: Serving, call: BatchCall): void {
  double.calls.batchAppend++;
  // Silence here is a server that does not even read: what is sent piles up.
  if (double.faults.silent.has('batch append')) return;
  const pending = new Map<string, { options: streams_pb.BatchAppendReq.Options; events: Proposed[] }>();
  call.on('data', (request: streams_pb.BatchAppendReq) => void take(request).catch(() => undefined));
  call.on('error', () => undefined);
  call.on('end', () => call.end());
  const take = async (request: streams_pb.BatchAppendReq) => {
    const id = request.getCorrelationId()?.getString() ?? '';
    const options = request.getOptions();
    if (options) pending.set(id, { options, events: [] });
    const batch = pending.get(id);
    batch?.events.push(...request.getProposedMessagesList().map(proposed));
    if (!request.getIsFinal() || !batch) return;
    pending.delete(id);
    const met = await double.meet('batch append', call, true);
    if (met === 'silence') return;
    if (met) return void call.emit('error', met);
    call.write(batchResponse(double, request, batch.options, batch.events));
  };
}

function batchResponse(
  double: Serving,
  request: streams_pb.BatchAppendReq,
  options: streams_pb.BatchAppendReq.Options,
  events: readonly Proposed[],
): streams_pb.BatchAppendResp {
  const response = new streams_pb.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId());
  response.setStreamIdentifier(options.getStreamIdentifier());
  const fail = (name: string, message: Uint8Array) => {
    const details = new Any();
    details.pack(message, name);
    const error = new status_pb.Status();
    error.setMessage(name);
    error.setDetails(details);
    response.setError(error);
    return response;
  };
  const deadline = options.getDeadline()?.toDate().getTime() ?? Infinity;
  // The client sends an instant of its own clock; the server compares it with its own.
  if (deadline <= double.now() + double.faults.clockAhead)
    return fail('event_store.client.Timeout', new shared_pb.Timeout().serializeBinary());
  const name = streamName(options.getStreamIdentifier());
  const outcome = double.write(
    name,
    expectedOf(options, () => options.getStreamPosition()),
    events,
  );
  if (outcome.kind === 'deleted')
    return fail('event_store.client.StreamDeleted', new shared_pb.StreamDeleted().serializeBinary());
  if (outcome.kind === 'wrong-version') {
    const wrong = new shared_pb.WrongExpectedVersion();
    if (outcome.current === 'no_stream') wrong.setCurrentNoStream(new empty_pb.Empty());
    else wrong.setCurrentStreamRevision(outcome.current.toString());
    return fail('event_store.client.WrongExpectedVersion', wrong.serializeBinary());
  }
  const success = new streams_pb.BatchAppendResp.Success();
  success.setCurrentRevision(outcome.revision.toString());
  const position = new shared_pb.AllStreamPosition();
  position.setCommitPosition(outcome.position.toString());
  position.setPreparePosition(outcome.position.toString());
  success.setPosition(position);
  response.setSuccess(success);
  return response;
}
