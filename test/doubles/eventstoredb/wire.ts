// Between the messages of the wire and what the double's log knows.
import { shared_pb, streams_pb } from './generated.js';
import type { Expected, Proposed, Recorded } from './server-log.js';

interface WithExpected {
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}

export const expectedOf = (options: WithExpected, revision: () => string): Expected =>
  options.hasAny()
    ? 'any'
    : options.hasNoStream()
      ? 'no_stream'
      : options.hasStreamExists()
        ? 'stream_exists'
        : BigInt(revision());

type WireMessage = streams_pb.AppendReq.ProposedMessage | streams_pb.BatchAppendReq.ProposedMessage;

export function proposed(message: WireMessage): Proposed {
  const map = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: map.get('type') ?? '',
    contentType: map.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export const sizeOf = (events: readonly Proposed[]): number =>
  events.reduce((sum, { type, data, metadata }) => sum + type.length + data.length + metadata.length, 0);

export const streamName = (identifier: shared_pb.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifierOf(stream: string): shared_pb.StreamIdentifier {
  const identifier = new shared_pb.StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(stream, 'utf8')));
  return identifier;
}

/** 1 June 2026 in .NET ticks: the double's events are all of one instant. */
const created = '16802832000000000';

export function readEvent(event: Recorded): streams_pb.ReadResp {
  const recorded = new streams_pb.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared_pb.UUID();
  id.setString(event.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(event.revision.toString());
  recorded.setCommitPosition(event.position.toString());
  recorded.setPreparePosition(event.position.toString());
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', created);
  const carried = new streams_pb.ReadResp.ReadEvent();
  carried.setEvent(recorded);
  carried.setCommitPosition(event.position.toString());
  const response = new streams_pb.ReadResp();
  response.setEvent(carried);
  return response;
}
