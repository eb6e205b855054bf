// The first six months after a transfer: who came, who was missed, who has nothing booked (TRN-24, TRN-27).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { paths } from '../paths.js';
import { fromToday } from '../../../engine/web/present/dates.js';
import type { Tag } from '../../../engine/web/present/deadline.js';
import type { AdultAppointmentView } from '../queries/case-view.js';
import type { AuditWindowView, FirstMonthsLine, HandOverView } from '../queries/hand-over-views.js';
import { formLinks, type Can } from './form-links.js';
import { heldWords, personMarks } from '../../../engine/web/present/person-marks.js';

const on = (date: string): string => formatDate(date as CivilDate);

/** At a glance. A booked day that has gone by without an answer is not known, and is not "kept". */
export function firstAppointment(appointments: readonly AdultAppointmentView[], asOf: CivilDate): Tag {
  const kept = appointments.find(({ status }) => status === 'attended');
  if (kept) return { text: `Kept ${on(kept.outcomeOn ?? kept.bookedFor)}`, colour: 'green' };
  const last = appointments.at(-1);
  if (!last) return { text: 'None booked', colour: 'red' };
  if (last.status === 'booked') {
    return last.bookedFor < asOf
      ? { text: `Not known: booked for ${on(last.bookedFor)}, no answer on record`, colour: 'orange' }
      : { text: `Booked for ${on(last.bookedFor)}`, colour: 'blue' };
  }
  const after = last.contactedOn ? `contact tried ${on(last.contactedOn)}` : 'no contact on record since';
  return { text: `Missed ${on(last.outcomeOn ?? last.bookedFor)}, ${after}`, colour: 'red' };
}

export function auditTag(audit: AuditWindowView | undefined, asOf: CivilDate): Tag {
  if (!audit) return { text: 'Not asked for by this protocol', colour: 'white' };
  const { opensOn, closesOn, doneOn } = audit;
  if (doneOn) return { text: `Done ${on(doneOn)}`, colour: 'green' };
  if (!opensOn || !closesOn) return { text: 'Window not known: no opening on record', colour: 'grey' };
  const window = `${on(opensOn)} to ${on(closesOn)}`;
  if (asOf < opensOn) return { text: `Not yet: ${window}`, colour: 'blue' };
  return asOf <= closesOn
    ? { text: `Due now: ${window}`, colour: 'yellow' }
    : { text: `Not on record; the window closed ${on(closesOn)}`, colour: 'red' };
}

export function shownFirstMonthsRow(line: FirstMonthsLine, asOf: CivilDate) {
  const { transferredOn, coverUntil } = line;
  return {
    href: paths.adult.handOver({ transitionId: line.id }),
    person: line.name || 'Name not known',
    marks: personMarks(line),
    service: line.service ?? 'Service not known',
    transferred: transferredOn ? `${on(transferredOn)} (${fromToday(transferredOn as CivilDate, asOf)})` : 'Not known',
    until: coverUntil ? on(coverUntil) : 'Not known',
    first: firstAppointment(line.appointments, asOf),
    audit: auditTag(line.audit, asOf),
    owed: line.saidToHaveDied
      ? heldWords
      : line.owed.length === 0
        ? undefined
        : `${owedSince(coverUntil, asOf)}: ${line.owed.join('; ')}`,
    discharged: line.dischargedOn && `Discharged ${on(line.dischargedOn)}`,
  };
}

export function shownFirstMonths(line: HandOverView, can: Can, asOf: CivilDate) {
  const links = formLinks(line, can, asOf);
  return {
    tag: firstAppointment(line.appointments, asOf),
    audit: auditTag(line.audit, asOf),
    auditRule: line.audit?.rule,
    transferred: line.transferredOn ? on(line.transferredOn) : 'Not yet on record',
    until: line.transferredOn ? (line.coverUntil ? on(line.coverUntil) : 'Not known') : undefined,
    discharged: line.dischargedOn && on(line.dischargedOn),
    book: links('book')?.href,
    appointments: line.appointments.map((one) => ({
      bookedFor: one.bookedFor,
      tag: firstAppointment([one], asOf),
      actions: ['kept', 'missed', 'contact'].flatMap((step) => links(step, one.appointmentId) ?? []),
    })),
  };
}

/** The calendar ends nothing that is owed. */
const owedSince = (coverUntil: string | undefined, asOf: CivilDate): string =>
  coverUntil !== undefined && coverUntil < asOf ? 'After six months, still owed' : 'Owed';
