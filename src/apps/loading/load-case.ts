// A load as a case of its own: started once, finished once.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CaseType } from '../../kernel/decider.js';
import { loadEvents, type LoadEvent, type LoadFact } from './load-events.js';

type Data<K extends keyof typeof loadEvents> = Parameters<(typeof loadEvents)[K]['fact']>[1];

export type LoadCommand =
  | { readonly type: 'Start'; readonly on: CivilDate; readonly about: Data<'started'> }
  | { readonly type: 'Finish'; readonly on: CivilDate; readonly counts: Data<'finished'> };

export interface Load {
  readonly started?: Data<'started'>;
  readonly finished?: Data<'finished'>;
}

export const loadCase: CaseType<LoadCommand, Load, LoadFact> = {
  category: 'load',
  noun: 'load',
  events: loadEvents,
  initial: {},
  decide(command, { started, finished }) {
    switch (command.type) {
      case 'Start':
        return started ? [] : [loadEvents.started.fact(command.on, command.about)];
      case 'Finish':
        return finished ? [] : [loadEvents.finished.fact(command.on, command.counts)];
    }
  },
  evolve(state, event: LoadEvent): Load {
    switch (event.type) {
      case 'LoadStarted':
        return { ...state, started: event.data };
      case 'LoadFinished':
        return { ...state, finished: event.data };
    }
  },
  subjectOf: () => undefined,
};
