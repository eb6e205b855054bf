// The beginning of a made-up plan: issued, with a place to learn and its needs.
import type { PlacementDetails } from '../../../cases/ehc-plan/placement.js';
import type { PlacementKind } from '../../../cases/ehc-plan/domain/words.js';
import { packFor } from '../../../cases/ehc-plan/pack.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { Tale } from '../tale.js';
import data from './plan-kinds.json' with { type: 'json' };

/** Code of the made-up authority: the organisation of its officers, so that what they enter stands beside what the demo tells. */
export const seaborough = 'seaborough-council';

export const planOf = ({ person }: Tale): string => idFrom(person.id, 'ehc-plan');

export function issuePlan(tale: Tale, on: CivilDate, placement?: string): void {
  const plan = planOf(tale);
  tale.ehc(plan, { type: 'IssuePlan', on, personId: tale.person.id, authority: seaborough, rulePack: packFor(on) });
  settle(tale, on, placement);
}

export function settle(tale: Tale, on: CivilDate, placement?: string): void {
  const { nth } = tale.person;
  const plan = planOf(tale);
  const codes = [data.needs[nth % data.needs.length]!, data.needs[(nth + 3) % data.needs.length]!];
  const officer = {
    assignmentId: idFrom(tale.person.id, 'send-officer'),
    role: 'send-officer',
    workerId: 'asha.caseworker',
    organisation: 'seaborough-council',
    name: 'Asha Bright',
  };
  tale.aboutPerson({ type: 'AssignNamedWorker', on: addDays(on, 2), worker: officer }, 'asha.caseworker');
  tale.ehc(plan, { type: 'RecordNeeds', on: addDays(on, 2), needs: codes.map((code, at) => ({ code, rank: at + 1 })) });
  tale.ehc(plan, { type: 'RecordPlacement', on: addDays(on, 2), details: placementOf(tale, on, placement) });
}

function placementOf({ person }: Tale, from: CivilDate, wanted?: string): PlacementDetails {
  const school = data.placements[person.nth % data.placements.length]!;
  const placementId = idFrom(person.id, 'placement', from);
  if (wanted === undefined) return { placementId, kind: school.kind as PlacementKind, urn: school.urn, from };
  return { placementId, kind: wanted as PlacementKind, from };
}
