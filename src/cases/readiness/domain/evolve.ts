// What each fact changes in a programme, whose lists stand in order of the day, for much is recorded late. Corrections are not here: they change which facts there are.
import { idFrom } from '../../../kernel/ids.js';
import type { ReadinessEvent } from './events.js';
import type { Done, Goal, Help, Link, Programme } from './state.js';

export function evolve(state: Programme, event: ReadinessEvent): Programme {
  const done: Done = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'ReadinessProgrammeStarted': {
      const { personId, service, organisation, pack, packVersion, entersAt, worker, plannedTransferOn } = event.data;
      const started = { ...done, personId, service, organisation, pack, packVersion };
      const stages = inOrder(state.stages, { ...done, stage: entersAt });
      const planned = plannedTransferOn === undefined ? [] : [{ ...done, transferOn: plannedTransferOn }];
      const workers = worker === undefined ? state.workers : inOrder(state.workers, { ...done, worker });
      return { ...state, started, stages, workers, transfersPlanned: planned };
    }
    case 'ReadinessStageEntered':
      return { ...state, stages: inOrder(state.stages, { ...done, stage: event.data.stage }) };
    case 'ReadinessTransferPlanned':
      return {
        ...state,
        transfersPlanned: inOrder(state.transfersPlanned, { ...done, transferOn: event.data.transferOn }),
      };
    case 'ReadinessWorkerNamed':
      return { ...state, workers: inOrder(state.workers, { ...done, worker: event.data.worker }) };
    case 'ReadinessAppointmentMade':
      return withAppointment(state, done, event.data.appointmentOn);
    case 'ReadinessCamhsTransitionNoted':
      if (state.camhsTransition && state.camhsTransition.on > done.on) return state;
      return { ...state, camhsTransition: { ...done, transitionId: event.data.transitionId } };
    case 'ReadinessFormOffered':
      return withOffer(state, done, event.data);
    case 'ReadinessFormWithdrawn':
      return withLink(state, event.data.linkId, { withdrawn: done });
    case 'ReadinessQuestionnaireSubmitted': {
      const { questionnaire, version, voice, how, linkId, helpAsked } = event.data;
      const submission = { ...done, questionnaire, version, voice, how, helpAsked };
      const asked = Array.from({ length: helpAsked }, (_, nth): Help => {
        return { ...done, helpId: helpIdOf(event.id, nth), askedBy: voice, inForm: nth, rechecks: [] };
      });
      const helps = { ...state.helps, ...Object.fromEntries(asked.map((one) => [one.helpId, one])) };
      const next = { ...state, helps, submissions: inOrder(state.submissions, submission) };
      return linkId === undefined ? next : withLink(next, linkId, { sent: done });
    }
    case 'ReadinessHelpRaised': {
      const { helpId, askedBy, owner } = event.data;
      return { ...state, helps: { ...state.helps, [helpId]: { ...done, helpId, askedBy, owner, rechecks: [] } } };
    }
    case 'ReadinessHelpRechecked': {
      const { helpId, owner } = event.data;
      const rechecks = inOrder(state.helps[helpId]?.rechecks ?? [], { ...done, owner });
      return withHelp(state, helpId, { rechecks });
    }
    case 'ReadinessHelpAddressed':
      return withHelp(state, event.data.helpId, { addressed: { ...done, outcome: event.data.outcome } });
    case 'ReadinessGoalAgreed': {
      const { goalId, agreedWith, reviewOn } = event.data;
      const goal: Goal = { ...done, goalId, agreedWith, reviewOn, reviews: [] };
      return { ...state, goals: { ...state.goals, [goalId]: goal } };
    }
    case 'ReadinessGoalReviewed': {
      const { goalId, outcome, reviewOn } = event.data;
      const goal = state.goals[goalId];
      if (!goal) return state;
      const reviews = inOrder(goal.reviews, { ...done, outcome, reviewOn });
      return { ...state, goals: { ...state.goals, [goalId]: { ...goal, reviews } } };
    }
    case 'ReadinessVisitRecorded': {
      const { seenAlone, tookPart, jointWith, askThreeQuestions, nextOn } = event.data;
      const visits = inOrder(state.visits, { ...done, seenAlone, tookPart, jointWith, askThreeQuestions });
      return nextOn === undefined ? { ...state, visits } : withAppointment({ ...state, visits }, done, nextOn);
    }
    case 'ReadinessAdultServiceMet':
      return { ...state, adultServicesMet: inOrder(state.adultServicesMet, { ...done, ...event.data }) };
    case 'ReadinessPassportWritten':
      return { ...state, passports: inOrder(state.passports, done) };
    case 'ReadinessSummarySent':
      return { ...state, summaries: inOrder(state.summaries, { ...done, to: event.data.to }) };
    case 'ReadinessTransferred':
      return { ...state, transferred: { ...done, ...event.data } };
    case 'ReadinessHelloConsented':
      return {
        ...state,
        helloConsent: state.helloConsent && state.helloConsent.on <= done.on ? state.helloConsent : done,
      };
    case 'ReadinessProgrammeEnded':
      return { ...state, ended: { ...done, reason: event.data.reason } };
  }
}

/** It follows from the event of the form and from nothing that was answered: an id says nothing of what help is wanted. */
export const helpIdOf = (eventId: string, nth: number): string => idFrom('readiness-help', eventId, String(nth));

/** Of one day the one that was recorded last stands last. */
function inOrder<T extends Done>(all: readonly T[], one: T): readonly T[] {
  const at = all.findLastIndex(({ on }) => on <= one.on) + 1;
  return [...all.slice(0, at), one, ...all.slice(at)];
}

const withAppointment = (
  state: Programme,
  done: Done,
  appointmentOn: Programme['appointments'][0]['appointmentOn'],
) => ({
  ...state,
  appointments: inOrder(state.appointments, { ...done, appointmentOn }),
});

/** The same link offered again is more time for it: it stays the one that was given on the first day. */
function withOffer(
  state: Programme,
  done: Done,
  { validUntil, ...said }: Omit<Link, keyof Done | 'offers'>,
): Programme {
  const before = state.links[said.linkId];
  const offers = inOrder(before?.offers ?? [], { ...done, validUntil });
  const { on, eventId } = offers[0] ?? done;
  const until = offers.at(-1)?.validUntil ?? validUntil;
  const link: Link = { ...before, ...said, on, eventId, offers, validUntil: until };
  return { ...state, links: { ...state.links, [said.linkId]: link } };
}

function withLink(state: Programme, linkId: string, change: Partial<Programme['links'][string]>): Programme {
  const link = state.links[linkId];
  return link ? { ...state, links: { ...state.links, [linkId]: { ...link, ...change } } } : state;
}

function withHelp(state: Programme, helpId: string, change: Partial<Help>): Programme {
  const help = state.helps[helpId];
  return help ? { ...state, helps: { ...state.helps, [helpId]: { ...help, ...change } } } : state;
}
