// A projection that a person pauses stands still in whoever projects, others go on, and nothing is lost.
import { aWorkshop, counterProjection } from './kit-for-tests.js';
import { checkpoints, pauseByHand, resume } from './checkpoints.js';
import { Projector } from './projector.js';
import { openForProjecting } from './read-models.js';

describe('a projection paused by hand', () => {
  it('stands still while the others go on, keeps its rows, and shows everything after it is resumed', async () => {
    const other = {
      ...counterProjection(),
      name: 'other',
      tables: [],
      apply: () => undefined,
      cases: undefined,
    };
    const workshop = aWorkshop([counterProjection(), other]);
    const file = workshop.files.create(workshop.parts.projections, 'one');
    // Two openings, as a running server and the command line have them.
    const [server, person] = [openForProjecting(file), openForProjecting(file)];
    const projector = new Projector({ ...workshop.parts, db: server });
    await workshop.count('a', 1);
    await projector.catchUp();
    pauseByHand(person, 'counter', '2026-06-01T09:00:00.000Z');
    await workshop.count('a', 2);
    await projector.catchUp();
    const total = () => server.get<{ total: number }>('SELECT total FROM counter')?.total;
    const [counter, second] = checkpoints(person);
    expect([total(), counter?.events, second?.events]).toEqual([1, 1, 2]);
    expect([counter?.pausedAt, counter?.pausedEvent]).toEqual(['2026-06-01T09:00:00.000Z', null]);
    resume(person, 'counter');
    await projector.catchUp();
    expect(total()).toBe(3);
    server.database.close();
    person.database.close();
  });
});
