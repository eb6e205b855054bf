// What tasks bring to the whole: a kind of stream for each pathway, so that who may see a pathway may see its tasks.
import { replayable, type Slice } from '../processing/slice.js';
import { paths } from '../web/paths.js';
import type { TaskPathway } from './domain/codes.js';
import { taskOf } from './domain/decide.js';
import { taskEvents } from './domain/events.js';
import { taskSubjects } from './domain/facts.js';
import { taskProjections } from './projection.js';

export const tasksSlice = (pathways: readonly TaskPathway[]): Slice => ({
  name: 'tasks',
  events: taskEvents,
  projections: taskProjections(pathways),
  served: () => import('./served.js'),
  navigation: [
    {
      ...{ text: 'Tasks', href: paths.tasks(), place: 100, needs: 'ListTasks' },
      onHome: 'Tasks: what has to be followed up',
    },
  ],
  cases: pathways.map((pathway) =>
    replayable(taskOf(pathway), {
      noun: 'task',
      pathway,
      aboutCase: (task) => task.opened?.caseId,
      subjects: (id, task) => taskSubjects(id, task),
    }),
  ),
});
