// The memory store keeps the contract.
import { describeEventStore } from '../contract/describe-event-store.js';
import { MemoryEventStore } from './memory-event-store.js';

describeEventStore('MemoryEventStore', () => ({ store: new MemoryEventStore() }));
