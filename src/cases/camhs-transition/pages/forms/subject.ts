// What a form of a transition knows: the case, and what can be recorded of it.
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import type { TransitionView } from '../../queries/case-view.js';
import type { TransitionWork } from '../../queries/work-view.js';

export interface TransitionSubject {
  readonly view: TransitionView;
  readonly work: TransitionWork;
  readonly today: CivilDate;
}
