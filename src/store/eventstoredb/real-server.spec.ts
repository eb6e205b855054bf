// The same contract on a real server, when EVENTSTORE_URL names one: `npm run test:contract`.
import { describeEventStore } from '../contract/describe-event-store.js';
import { collect } from '../contract/samples.js';
import { storeOn } from './kit-for-tests.js';

const url = process.env['EVENTSTORE_URL'];

if (url === undefined || url === '') {
  const words = 'EVENTSTORE_URL is not set: no real EventStoreDB was asked, only the double';
  if (process.argv.some((argument) => argument.includes('keeps the contract')))
    process.stderr.write(`\n*** ${words}. ***\n\n`);
  it.skip(`${words} (keeps the contract)`, () => undefined);
} else {
  // The suite fills the server with made-up events for good: never one that holds anything else.
  beforeAll(async () => {
    const store = storeOn({ url }, { callTimeout: 10_000, patience: 30_000 });
    const [first] = await collect(store.readAll({ limit: 1 }));
    await store.close();
    if (first && first.type !== 'SampleRecorded') throw new Error('This server holds a history. Use an empty one.');
  });
  const open = () => storeOn({ url }, { callTimeout: 10_000, patience: 30_000 });
  describeEventStore('EventStoreDbEventStore on a real server', () => ({
    store: open(),
    another: open,
    idsAreUniqueEverywhere: false,
    largestAppend: 1024 * 1024,
  }));
}
