// The contract that every event store must keep: an adapter's spec is this call with its factory.
/// <reference types="jest" />
import { appending } from './appending.js';
import { chaining } from './chaining.js';
import { racing } from './racing.js';
import { reading } from './reading.js';
import { repeating } from './repeating.js';
import type { StoreFactory, StoreUnderTest } from './samples.js';
import { sharing } from './sharing.js';
import { subscribing } from './subscribing.js';

export function describeEventStore(name: string, factory: StoreFactory): void {
  describe(`${name} keeps the contract of an event store`, () => {
    // A store on another machine, or on a busy one, may take its time: nothing here is about speed.
    jest.setTimeout(30_000);
    let current: StoreUnderTest;
    beforeEach(async () => {
      current = await factory();
    });
    afterEach(() => current.store.close());

    for (const topic of [appending, repeating, racing, reading, subscribing, chaining, sharing]) topic(() => current);
  });
}
