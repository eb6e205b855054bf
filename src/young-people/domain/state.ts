// What deciding about a young person needs to know. Personal fields stay sealed and are not part of it.
import type { YoungPersonEvent } from './events.js';

export interface YoungPerson {
  readonly registered: boolean;
  readonly sendStatus: string;
}

export const initial: YoungPerson = { registered: false, sendStatus: 'not-known' };

export function evolve(state: YoungPerson, event: YoungPersonEvent): YoungPerson {
  switch (event.type) {
    case 'YoungPersonRegistered':
      return { ...state, registered: true, sendStatus: event.data.sendStatus };
    case 'YoungPersonDetailsCorrected':
      return state;
  }
}
