// Whom to call in a crisis, in words: who knows the young person, else the area's crisis line and the GP; never a service that does not know them (TRN-01a).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CrisisLine } from '../../../engine/directory/area.js';
import { destinationOf } from '../domain/destinations.js';
import type { Transition } from '../domain/state.js';
import { saidToHaveDied, whoLeads } from '../domain/who-leads.js';

export const leadName = (lead: string): string => {
  if (lead === 'camhs') return 'CAMHS';
  return lead === 'nobody' ? 'No service here' : destinationOf(lead).label;
};

/** A service that is not for mental health stands under its own name, with the crisis line beside it. */
export function inACrisis(crisisContact: string, line: CrisisLine | undefined): string {
  if (crisisContact === 'camhs') return leadName(crisisContact);
  const called = line ? `${line.name}, ${line.phone}` : 'the crisis line of the area (its number is not set in Onward)';
  if (crisisContact === 'nobody') return `${called.charAt(0).toUpperCase()}${called.slice(1)}, or their GP`;
  const { kind, label } = destinationOf(crisisContact);
  return kind === 'adult-mental-health' ? label : `${label}, or ${called}`;
}

export interface LeadView {
  readonly leadService: string;
  readonly leadServiceName: string;
  readonly crisisContact: string;
  /** Left out after a death: there is nobody to call for. */
  readonly inACrisis?: string;
}

/** Of a case as it stood on that day. */
export function leadView(state: Transition, on: CivilDate, line: CrisisLine | undefined, diedOn?: CivilDate): LeadView {
  const died = saidToHaveDied(state) || (diedOn !== undefined && diedOn <= on);
  const { lead, crisisContact } = died ? { lead: 'nobody', crisisContact: 'nobody' } : whoLeads(state, on);
  const said = { leadService: lead, leadServiceName: leadName(lead), crisisContact };
  return died ? said : { ...said, inACrisis: inACrisis(crisisContact, line) };
}
