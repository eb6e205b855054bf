// The EventStoreDB adapter keeps the contract, against the double.
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { describeEventStore } from '../contract/describe-event-store.js';
import { storeOn } from './kit-for-tests.js';

let double: EventStoreDbDouble;
beforeEach(async () => {
  double = await EventStoreDbDouble.start();
});
afterEach(() => double.stop());

describeEventStore('EventStoreDbEventStore', () => ({
  store: storeOn(double),
  another: () => storeOn(double),
  idsAreUniqueEverywhere: false,
  largestAppend: double.maxAppendSize,
}));
