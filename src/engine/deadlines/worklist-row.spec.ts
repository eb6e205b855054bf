// A row as of a day: nothing that happened later.
import { civilDate } from '../../kernel/calendar/index.js';
import { shown } from './worklist-row.js';

const found = {
  kind: 'window',
  opens_on: '2026-05-12',
  due_on: '2026-08-12',
  began_on: '2026-06-30',
  met_on: '2026-06-30',
  not_evidenced: 1,
  comparison_due_on: null,
};

test('REC-24: before it was met, it is neither met nor met by somebody’s word', () => {
  expect(shown(found, civilDate('2026-06-29'))).toMatchObject({ status: 'due', metOn: null, notEvidenced: false });
  expect(shown(found, civilDate('2026-06-30'))).toMatchObject({
    status: 'met',
    metOn: '2026-06-30',
    notEvidenced: true,
    opensOn: '2026-05-12',
  });
});
