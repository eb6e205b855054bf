import { Conditions } from './conditions.js';

it('asks for everything that was added, with the values in their order', () => {
  const asked = new Conditions('2026-06-01')
    .add('d.valid_from <= ?1')
    .add('d.key = ?', 'review')
    .add('d.due_on BETWEEN ? AND ?', 'a', null);
  expect([asked.sql, asked.values]).toEqual([
    'd.valid_from <= ?1 AND d.key = ? AND d.due_on BETWEEN ? AND ?',
    ['2026-06-01', 'review', 'a', null],
  ]);
});

it('is not narrowed by a filter that was not given; without any it asks for all', () => {
  const asked = new Conditions()
    .add('d.key = ?', undefined)
    .add('w.worker_id = ? AND w.from_on <= ?', undefined, '2026-06-01');
  expect([asked.sql, asked.values]).toEqual(['true', []]);
});

it('asks for some of a list, and for nothing where the list is empty', () => {
  const asked = new Conditions().among('t.pathway', ['ehc', 'waiting']).among('t.kind', []);
  expect([asked.sql, asked.values]).toEqual(['t.pathway IN (?, ?) AND t.kind IN ()', ['ehc', 'waiting']]);
});

it('refuses places without values, and values without places', () => {
  expect(() => new Conditions().add('d.key = ?')).toThrow('1 places and 0 values: d.key = ?');
  expect(() => new Conditions().add('d.key = ?1', 'review')).toThrow('0 places and 1 values: d.key = ?1');
});
