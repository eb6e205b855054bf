// Wires process managers and timers to what they need: the history to read, the policy and the bus to speak through.
import { ComingLists } from '../../cases/ehc-plan/term-lists/coming-lists.js';
import type { Dispatcher } from '../../engine/access/dispatcher.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { isOnwardError } from '../../kernel/errors.js';
import { KeepGoing } from '../../engine/processing/process-managers/keep-going.js';
import { ProcessManagers } from '../../engine/processing/process-managers/process-managers.js';
import { wantedNow } from '../../engine/processing/process-managers/wanted-now.js';
import { newsForDays } from '../../engine/tasks/domain/kinds.js';
import { TermListTimer } from '../../engine/tasks/timers/term-lists.js';
import { OverrideTimer } from '../../engine/tasks/timers/overrides.js';
import { Timers } from '../../engine/tasks/timers/timers.js';
import type { Opened } from './foundations.js';
import { commandOf } from './order-to-command.js';

export interface FollowUps {
  readonly managers: ProcessManagers;
  readonly timers: Timers;
  readonly termLists: TermListTimer;
  readonly overrides: OverrideTimer;
}

export function followUpsOf({ foundations, places }: Opened, dispatcher: Pick<Dispatcher, 'send'>): FollowUps {
  const { journal, clock, readSide, log, watching } = foundations;
  const { caseTypes, processManagers } = foundations.whole;
  const cases = caseTypes.all;
  const watched = ({ actor, correlationId }: CommandContext, work: () => Promise<unknown>) =>
    watching.watcher.around({ kind: 'effect', by: actor.id, correlationId }, work);
  return {
    managers: new ProcessManagers({
      journal,
      managers: processManagers,
      places,
      clock,
      carryOut: (order) => watched(order.context, () => dispatcher.send<unknown>(commandOf(order, clock.today()))),
      newsForDays,
      onPaused: (_, words) => log.warn(words),
      onPassedOver: (words) => log.warn(words),
    }),
    timers: new Timers({
      journal,
      readSide,
      clock,
      cases,
      wanted: (pathway, caseId) => wantedNow(journal, processManagers, pathway, caseId, newsForDays),
      send: (command) => watched(command.context, () => dispatcher.send(command)),
      onTrouble: (stream, error) => log.failed(error, `Looking at the dates of ${stream}`),
    }),
    termLists: new TermListTimer({
      journal,
      readSide,
      clock,
      lists: new ComingLists(journal, readSide),
      send: (command) => watched(command.context, () => dispatcher.send(command)),
    }),
    overrides: new OverrideTimer({
      journal,
      readSide,
      clock,
      cases,
      send: (command) => watched(command.context, () => dispatcher.send(command)),
      onTrouble: (stream, error) => log.failed(error, `Telling the holders of an override of ${stream}`),
    }),
  };
}

export function keepFollowingUp(opened: Opened, dispatcher: Dispatcher, from: 'now' | 'the start'): KeepGoing {
  const { readSide, clock, log } = opened.foundations;
  const { managers, timers, termLists, overrides } = followUpsOf(opened, dispatcher);
  const { store } = opened.stores;
  const going = new KeepGoing({
    managers,
    timers: {
      async look() {
        await timers.look();
        await termLists.look();
        await overrides.look();
      },
    },
    from,
    listen: store.listen?.bind(store),
    seen: () => readSide.passed(),
    today: () => clock.today(),
    // While the lists are being built anew there is nothing to ask; the next look finds what this one would have.
    onTrouble: (error) => {
      if (!isOnwardError(error, 'not-caught-up')) log.failed(error, 'Following up');
    },
  });
  going.start();
  return going;
}
