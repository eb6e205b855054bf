// One school or college: what the list says of it, what it was called when, and what it came from and became.
import { noOne } from '../../access/shows.js';
import { ReadSide } from '../../processing/read-side.js';
import { question } from '../../use-cases/question.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { linkKinds } from '../domain/school.js';
import { whoSeesSchools } from './find-schools.js';
import { SchoolView, shownSchool, type SchoolRow } from './school-view.js';

interface Linked {
  readonly kind: (typeof linkKinds)[number];
  readonly urn: string;
  readonly name: string | null;
  readonly on: CivilDate | null;
}

export const getSchool = question({
  name: 'GetSchool',
  get: 'api/v1/schools/:urn',
  section: 'Schools and colleges',
  tells: 'One school or college with its names, its dates, its predecessors and successors',
  rules: ['SHARE-05'],
  who: whoSeesSchools,
  answers: SchoolView,
  uses: [ReadSide],
  answer: ({ at: { urn }, asked: { asOf } }, { db }): Promise<SchoolView> => {
    const row = db.get<SchoolRow>('SELECT * FROM school WHERE urn = ?', urn);
    if (!row) throw notFound('school or college', urn);
    const called = db.all<{ name: string; from_on: CivilDate }>(
      'SELECT name, from_on FROM school_called WHERE id = ? ORDER BY from_on',
      row.id,
    );
    const linked = db.all<Linked>(
      `SELECT l.kind, l.urn, s.name, l.linked_on AS "on" FROM school_link l LEFT JOIN school s ON s.urn = l.urn
       WHERE l.id = ? ORDER BY l.linked_on, l.urn`,
      row.id,
    );
    const of = (kind: Linked['kind']) =>
      linked.filter((one) => one.kind === kind).map(({ urn: other, name, on }) => ({ urn: other, name, on }));
    return Promise.resolve({
      ...shownSchool(row, asOf),
      listedOn: row.listed_on,
      called: called.map(({ name, from_on }, nth) => ({ name, from: nth === 0 ? null : from_on })),
      predecessors: of('predecessor'),
      successors: of('successor'),
    });
  },
  shows: noOne,
});
