// What was recorded names schools by number; a person reads the name of that day.
import { civilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../processing/statements.js';
import { schoolNames, schoolNumbersIn } from '../../schools/school-names.js';
import type { HistoryEvent } from './history-page.js';

export function withSchools(event: HistoryEvent, db: Statements): HistoryEvent {
  const numbers = schoolNumbersIn(event.data);
  if (numbers.length === 0) return event;
  return { ...event, schools: Object.fromEntries(schoolNames(db, numbers, civilDate(event.occurredOn))) };
}
