// Who leads a young person's care now, and whom to ring in a crisis (TRN-01a).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Area } from '../../../engine/directory/area.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { wholeCase } from './cases.js';
import { leadView } from './in-a-crisis.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export class Leading {
  @ApiProperty({
    required: false,
    description:
      '`camhs`, `nobody` or the code of the service (TRN-50). Left out where there is no transition that you may see',
  })
  leadService?: string;
  @ApiProperty({ required: false }) leadServiceName?: string;
  @ApiProperty({ required: false, description: 'As `leadService`' }) crisisContact?: string;
  @ApiProperty({ required: false, description: 'Whom to call, in words; left out after a death' }) inACrisis?: string;
}

export const getWhoLeads = question({
  name: 'GetWhoLeads',
  get: 'api/v1/young-people/:personId/lead',
  section: 'Transitions',
  tells: 'Who leads now, and whom to ring in a crisis',
  rules: ['TRN-01a', 'TRN-B2.4', 'TRN-44'],
  who: {
    roles: [
      'system',
      'camhs-clinician',
      'adult-clinician',
      'specialist-nurse',
      'send-caseworker',
      'manager',
      'auditor',
    ],
    because:
      'The identity bar of every page; adult clinicians and SEND caseworkers only with consent (TRN-42 to TRN-44).',
  },
  answers: Leading,
  uses: [ReadSide, Clock, Area],
  answer: ({ at: { personId }, asked: { actor, asOf } }, readSide, clock, area): Promise<Leading> => {
    const { db } = readSide;
    const visible = visibleTo(actor, clock.today());
    const found = db.get<{ id: string }>(
      `SELECT c.id FROM transition_case c WHERE c.person_id = ? AND c.opened_on <= ? AND ${visible.sql}
       ORDER BY c.opened_on DESC, c.id LIMIT 1`,
      personId,
      asOf,
      ...visible.values,
    );
    const whole = found && wholeCase(db, found.id, asOf);
    if (!whole) return Promise.resolve({});
    return Promise.resolve(leadView(whole.state, asOf, area.crisisLine, whole.person.diedOn));
  },
  shows: ({ leadService }: Leading, { at: { personId } }) => (leadService === undefined ? [] : [personId]),
});
