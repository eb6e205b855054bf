// The readings that cannot be chosen: how each is held, and why. Shown beside those that can be.
import list from './held-readings.json' with { type: 'json' };

export interface HeldReading {
  readonly id: string;
  readonly title: string;
  /** What holds everywhere, in words. */
  readonly held: string;
  readonly because: string;
}

export const heldReadings: readonly HeldReading[] = list.readings;

export const isHeld = (id: string): boolean => heldReadings.some((each) => each.id === id);
