// What tasks bring to the whole.
import { replayable, type Slice } from '../processing/slice.js';
import { taskPathways } from './domain/codes.js';
import { taskOf } from './domain/decide.js';
import { taskEvents } from './domain/events.js';
import { taskSubjects } from './domain/facts.js';
import { taskProjections } from './projection.js';

export const tasksSlice: Slice = {
  name: 'tasks',
  events: taskEvents,
  projections: taskProjections,
  cases: taskPathways.map((pathway) =>
    replayable(taskOf(pathway), {
      noun: 'task',
      pathway,
      aboutCase: (task) => task.opened?.caseId,
      subjects: (id, task) => taskSubjects(id, task),
    }),
  ),
};
