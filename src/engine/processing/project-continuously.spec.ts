// Who projects beside EventStoreDB hears of what others wrote; looking again is only for when it hears nothing.
import { status } from '@grpc/grpc-js';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { serviceError } from '../../../test/doubles/eventstoredb/faults.js';
import type { EventStoreDbEventStore } from '../../store/eventstoredb/eventstoredb-event-store.js';
import { storeOn } from '../../store/eventstoredb/kit-for-tests.js';
import type { Position } from '../../store/port.js';
import { aWorkshop, counterProjection } from './kit-for-tests.js';
import { projectContinuously } from './project-continuously.js';

jest.setTimeout(60_000);

const never = 3_600_000;

describe('projecting from EventStoreDB, while another instance writes', () => {
  let double: EventStoreDbDouble;
  const stores: EventStoreDbEventStore[] = [];
  const running: Promise<void>[] = [];
  let stop: AbortController;
  const open = (options: Parameters<typeof storeOn>[1] = {}) => {
    const store = storeOn(double, { poll: never, ...options });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    stop = new AbortController();
    double = await EventStoreDbDouble.start();
  });
  afterEach(async () => {
    double.faults.silent.clear();
    stop.abort();
    await Promise.all(running.splice(0));
    for (const store of stores.splice(0)) await store.close();
    double.stop();
  });

  /** An instance that projects and never looks by itself within an hour, and another that writes. */
  async function twoInstances(pollEvery: number, options?: Parameters<typeof storeOn>[1]) {
    const projecting = aWorkshop([counterProjection()], open(options));
    const writing = aWorkshop([counterProjection()], open());
    projecting.files.use(projecting.files.create(projecting.parts.projections, 'lists'));
    let at: Position | undefined;
    let look: () => void = () => undefined;
    const first = new Promise<void>((begun) => {
      running.push(
        projectContinuously(
          projecting.files,
          projecting.parts,
          stop.signal,
          ({ places }) => {
            at = places[0]?.position;
            look();
            begun();
          },
          { pollEvery },
        ),
      );
    });
    await first;
    return {
      write: async () => (await writing.count('a', 1)).position,
      shown: (position: Position) =>
        new Promise<void>((there) => {
          look = () => void (at !== undefined && at >= position && there());
          look();
        }),
    };
  }

  it('shows it without looking by itself', async () => {
    const { write, shown } = await twoInstances(never);
    await shown(await write());
    // The notifier also wakes when it begins to listen: the second is shown because of what was heard.
    await shown(await write());
  });

  it.each<[string, () => void | Promise<void>]>([
    ['was ended', () => double.endSubscriptions()],
    ['was dropped', () => double.dropSubscriptions(serviceError(status.ABORTED, 'Consumer too slow'))],
    ['broke with the server, which came back', () => double.restart()],
  ])('shows it also after what it hears with %s', async (_, fault) => {
    const { write, shown } = await twoInstances(never);
    await shown(await write());
    await fault();
    await shown(await write());
    await fault();
    await shown(await write());
  });

  it('shows it by looking, when it hears nothing at all', async () => {
    double.faults.silent.add('subscribe');
    const { write, shown } = await twoInstances(50);
    await shown(await write());
    await shown(await write());
  });
});
