// The minute of the last interface meeting at which a young person was named to a service. Read from the case's own history: the read models hold no sealed text.
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { streamOf } from '../../../kernel/decider.js';
import { transitionKind } from '../domain/transition-kind.js';
import type { Discussion, Minute } from '../domain/state.js';

type Minuted = Discussion & Minute;
interface Texts {
  readonly minute?: string;
  readonly action?: string;
}

/** Of a meeting before that day, with that service at the table, and of one that was minuted. */
export function lastMinute(discussions: readonly Minuted[], recipient: string, before: CivilDate) {
  const found = discussions.findLast(
    ({ on, manner, recipients, decision, minute, action }) =>
      on < before &&
      manner !== 'anonymised' &&
      recipients.includes(recipient) &&
      [decision, minute, action].some((each) => each !== undefined),
  );
  if (!found) return undefined;
  const { on, decision, minute, action, actionBy, actionDueOn } = found;
  return { on, decision, minute, action, actionBy, actionDueOn };
}

@Injectable()
export class InterfaceMinutes {
  constructor(private readonly runner: CommandRunner) {}

  /** Only for whoever is named on the agenda: consent is the agenda's business. What was withdrawn is gone, dates are the corrected ones. */
  async last(id: string, recipient: string, before: CivilDate) {
    const { journal } = this.runner;
    const { state } = await journal.load(transitionKind, id);
    const texts = new Map<string, Texts>();
    for await (const events of journal.read(streamOf(transitionKind.category, id)))
      for (const { id: eventId, type, data } of events)
        if (type === 'InterfaceDiscussed') texts.set(eventId, textsOf(data));
    const minuted = state.discussions.map((one) => ({ ...one, ...texts.get(one.eventId) }));
    return lastMinute(minuted, recipient, before);
  }
}

/** After the person's key was destroyed there is no text left to read (REC-12). */
const textsOf = ({ minute, action }: Readonly<Record<string, unknown>>): Texts => ({
  minute: typeof minute === 'string' ? minute : undefined,
  action: typeof action === 'string' ? action : undefined,
});
