// The double speaks to the unmodified client as a server does.
import { binaryEvent, EventStoreDBClient, type AllStreamResolvedEvent } from '@eventstore/db-client';
import { credentials as channel } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { EventStoreDbDouble } from './double.js';
import { shared_pb, streams_grpc_pb, streams_pb } from './generated.js';
import { identifierOf } from './wire.js';

const credentials = { username: 'somebody', password: '' };
const newEvent = () => binaryEvent({ id: randomUUID(), type: 'Happened', data: Buffer.from('{}') });

describe('the EventStoreDB double', () => {
  let double: EventStoreDbDouble;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    client = EventStoreDBClient.connectionString(double.url);
  });
  afterEach(async () => {
    await client.dispose();
    double.stop();
  });

  it.each([undefined, credentials])(
    'takes appends one by one and over the shared stream (credentials: %p)',
    async (who) => {
      const options = { credentials: who, expectedRevision: 'no_stream' as const };
      const first = await client.appendToStream('s', [newEvent(), newEvent()], options);
      expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
      await expect(client.appendToStream('s', newEvent(), options)).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: 1n,
      });
      expect(double.calls).toMatchObject(who ? { append: 2, batchAppend: 0 } : { append: 0, batchAppend: 1 });
    },
  );

  it('writes nothing of an append whose client broke off in the middle, as a server does', async () => {
    const broken = new streams_grpc_pb.StreamsClient(
      double.url.replace(/^\w+:\/\/([^?/]+).*$/, '$1'),
      channel.createInsecure(),
    );
    const call = broken.append(() => undefined);
    call.on('error', () => undefined);
    const options = new streams_pb.AppendReq.Options();
    options.setStreamIdentifier(identifierOf('s'));
    options.setAny(new shared_pb.Empty());
    const proposed = new streams_pb.AppendReq.ProposedMessage();
    proposed.setId(new shared_pb.UUID().setString(randomUUID()));
    for (const request of [
      new streams_pb.AppendReq().setOptions(options),
      new streams_pb.AppendReq().setProposedMessage(proposed),
    ])
      await new Promise((resolve) => call.write(request, resolve));
    while (double.calls.append === 0) await nextTurn();
    call.cancel();
    while (double.calls.brokenOff === 0) await nextTurn();
    broken.close();
    expect(await client.appendToStream('s', newEvent(), { credentials, expectedRevision: 'no_stream' })).toMatchObject({
      nextExpectedRevision: 0n,
    });
  });

  it('reads one stream and everything, both ways', async () => {
    for (const name of ['s', 't', 's']) await client.appendToStream(name, newEvent(), { credentials });
    const names = async (events: AsyncIterable<{ event?: { streamId: string } }>) => {
      const seen = [];
      for await (const { event } of events) seen.push(event?.streamId);
      return seen;
    };
    expect(await names(client.readStream('s'))).toEqual(['s', 's']);
    expect(await names(client.readStream('s', { direction: 'backwards', fromRevision: 'end', maxCount: 1 }))).toEqual([
      's',
    ]);
    expect((await names(client.readAll())).slice(1)).toEqual(['s', 't', 's']);
    expect(await names(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 2 }))).toEqual([
      's',
      't',
    ]);
    await expect(names(client.readStream('none'))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('subscribes with a filter, checkpoints and "caught up", exclusive of the position it starts from', async () => {
    const { position } = await client.appendToStream('s', newEvent(), { credentials });
    double.log.recordSystemEvent();
    for (let index = 0; index < 3; index++) await client.appendToStream('s', newEvent(), { credentials });
    const checkpoints: unknown[] = [];
    const subscription = client.subscribeToAll({
      fromPosition: position ?? 'start',
      filter: {
        filterOn: 'streamName',
        regex: '^[^$]',
        maxSearchWindow: 2,
        checkpointInterval: 1,
        checkpointReached: (_, place) => void checkpoints.push(place),
      },
    });
    const seen: AllStreamResolvedEvent[] = [];
    subscription.on('data', (event: AllStreamResolvedEvent) => void seen.push(event));
    await new Promise((done) => subscription.once('caughtUp', done));
    expect([seen.length, checkpoints.length]).toEqual([3, 2]);
    await subscription.unsubscribe();
  });

  it('row 5: drops without a word what it finds again but has not replicated yet', async () => {
    double.faults.unreplicated = true;
    const event = newEvent();
    const send = (deadline = 50) =>
      client.appendToStream('s', event, { credentials, expectedRevision: 'no_stream', deadline });
    await expect(send()).rejects.toMatchObject({ type: 'deadline-exceeded' });
    await expect(send()).rejects.toMatchObject({ type: 'deadline-exceeded' });
    double.faults.unreplicated = false;
    // Now it answers: on a busy machine later than the tries that were to be in vain waited.
    expect(await send(10_000)).toMatchObject({ nextExpectedRevision: 0n });
    expect(double.log.visible('s')).toHaveLength(1);
  });
});
