// The term list of one institution as a case: expected for a term, sent to each who must have it (EHC-11).
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import type { CaseType } from '../../../../kernel/decider.js';
import { invalid, OnwardError, refuse } from '../../../../kernel/errors.js';
import type { Entry } from '../entries.js';
import type { Channel } from '../words.js';
import { termListEvents as events, type ListRecipient, type TermListEvent, type TermListFact } from './events.js';
import type { WithdrawalReason } from './events.js';

interface About {
  readonly authority: string;
  readonly term: string;
  readonly institution?: string;
  readonly rulePack: { readonly pack: string; readonly version: number };
}

export type TermListCommand =
  | ({ readonly type: 'ExpectTermList'; readonly on: CivilDate; readonly startsOn: CivilDate } & About)
  | {
      readonly type: 'SendTermList';
      readonly on: CivilDate;
      readonly recipients: readonly ListRecipient[];
      readonly planIds: readonly string[];
      readonly channel?: Channel;
    }
  | {
      readonly type: 'WithdrawSending';
      readonly on: CivilDate;
      readonly sentEventId: string;
      readonly because: WithdrawalReason;
    };

export interface Sending extends Entry {
  readonly recipients: readonly ListRecipient[];
  readonly planIds: readonly string[];
  readonly channel?: Channel;
}

export interface TermList {
  readonly about?: About;
  /** What was said of the first day of the term, the latest last. */
  readonly expected: readonly (Entry & { readonly startsOn: CivilDate })[];
  readonly sent: readonly Sending[];
}

export const termList: CaseType<TermListCommand, TermList, TermListFact> = {
  category: 'termList',
  noun: 'term list',
  events,
  initial: { expected: [], sent: [] },
  decide,
  evolve,
  subjectOf: () => undefined,
};

function decide(command: TermListCommand, list: TermList): readonly TermListFact[] {
  switch (command.type) {
    case 'ExpectTermList': {
      const { type: _, on, ...data } = command;
      return list.expected.at(-1)?.startsOn === data.startsOn ? [] : [events.expected.fact(on, data)];
    }
    case 'SendTermList':
      return send(command, list);
    case 'WithdrawSending': {
      const { on, sentEventId, because } = command;
      if (!list.sent.some(({ eventId }) => eventId === sentEventId))
        throw new OnwardError('not-found', { detail: 'There is no such sending of this list.' });
      return [events.withdrawn.fact(on, { sentEventId, because })];
    }
  }
}

/** May be sent again, to others or with others on it: each sending is kept. */
function send(
  { on, recipients, planIds, channel }: Extract<TermListCommand, { type: 'SendTermList' }>,
  { about }: TermList,
): TermListFact[] {
  if (!about)
    throw refuse('EHC-11', 'Nothing says when the term starts.', { help: 'Record that the list is expected.' });
  if (recipients.length === 0) throw invalid('recipients', 'must name to whom it was sent', 'EHC-11');
  if (about.institution === undefined && recipients.includes('head'))
    throw invalid('recipients', 'those on this list attend no institution: there is no head', 'EHC-11');
  return [events.sent.fact(on, { recipients: [...new Set(recipients)], planIds: [...new Set(planIds)], channel })];
}

function evolve(list: TermList, event: TermListEvent): TermList {
  const entry = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'TermListExpected': {
      const { startsOn, ...about } = event.data;
      return { ...list, about, expected: [...list.expected, { ...entry, startsOn }] };
    }
    case 'TermListSent':
      return { ...list, sent: [...list.sent, { ...entry, ...event.data }] };
    case 'TermListSendingWithdrawn':
      return { ...list, sent: list.sent.filter(({ eventId }) => eventId !== event.data.sentEventId) };
  }
}
