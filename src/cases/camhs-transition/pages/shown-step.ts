// One step of the protocol as the page shows it: done on which day by whom, declined, not possible, due, overdue, not yet; and how to record it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { ShownOffer } from '../../../engine/web/forms/offered-form.js';
import { paths } from '../paths.js';
import { words } from '../../../engine/web/present/words.js';
import type { TransitionView } from '../queries/case-view.js';
import type { StepWork, TransitionWork } from '../queries/work-view.js';
import type { ShownDate } from './shown-dates.js';
import { stepTag } from './step-tag.js';

export interface Recording {
  /** What whoever looks can record now; nothing on a page of an earlier day. */
  readonly actions: readonly ShownOffer[];
  /** The forms by which they can, by their name in the address. */
  readonly forms: readonly string[];
  readonly consentHref?: string;
  readonly overrideHref?: string;
  /** Who recorded an event, where whoever looks sees the history. */
  recordedBy(eventId: string): string | undefined;
}

export interface Around {
  readonly transitionId: string;
  readonly work: TransitionWork;
  readonly dates: readonly ShownDate[];
  readonly asOf: CivilDate;
  /** Closed to CAMHS. */
  readonly ended: boolean;
  readonly recording: Recording;
}

type StepView = TransitionView['stages'][number]['steps'][number];

/** Steps with a form of their own, by the name that the rules have for them. */
const ownForms: Readonly<Record<string, string>> = {
  interfaceDiscussed: 'interface',
  linkWorkerNamed: 'adult-worker',
  jointPlanAgreed: 'joint-plan',
  leadServiceRecorded: 'lead',
  camhsClosed: 'close',
};

const openStates: readonly StepView['state'][] = ['due', 'overdue', 'not-yet'];

export function shownStep(step: StepView, around: Around) {
  const { work, dates, asOf, ended, recording } = around;
  const known = work.steps.find(({ stepId }) => stepId === step.id);
  const date = dates.find(({ key }) => key === step.id);
  const isOpen = openStates.includes(step.state) && !ended;
  const href = isOpen && known ? recordHref(known, around) : undefined;
  return {
    id: step.id,
    title: step.title,
    alias: step.alias,
    tag: stepTag(step, date, asOf, ended),
    who: words(step.actor),
    doneOn: step.on,
    by: step.eventId === undefined ? undefined : recording.recordedBy(step.eventId),
    arranged: step.times?.find(({ eventId }) => eventId === step.eventId)?.arrangedFor,
    times: (step.times ?? [])
      .filter(({ eventId }) => eventId !== step.eventId)
      .map(({ on, outcome }) => ({ on, outcome: words(outcome).toLowerCase() })),
    opensOn: step.state === 'not-yet' ? step.opensOn : undefined,
    noDay: isOpen && step.opensOn === undefined && date === undefined,
    date,
    evidence: isOpen ? known?.evidence : undefined,
    href,
    elsewhere: isOpen && href === undefined && known?.recordedBy ? known.recordedBy : undefined,
  };
}

function recordHref({ fact, outcomes }: StepWork, { transitionId, work, recording }: Around): string | undefined {
  const { forms, consentHref } = recording;
  // TRN-40: the step is done by the consent on the young person's own record; that comes first.
  const agreed = work.consents.some(({ kind }) => kind === 'given');
  if (fact === 'consent' && !agreed && consentHref !== undefined) return consentHref;
  const name = ownForms[fact] ?? (outcomes.length > 0 ? 'steps' : undefined);
  if (name === undefined || !forms.includes(name)) return undefined;
  return paths.transition.record({ transitionId, step: name });
}
