// TRN-44: what tells of an override is closed by neither of the two who made it, unless nobody else is there.
import { issued, day, personId } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { ActorDirectory, hashToken, type KnownActor } from '../../access/actors.js';
import { youngPersonEvents } from '../../person/domain/events.js';
import { taskOf } from '../domain/decide.js';
import { aFolder } from '../timers/workshop-for-tests.js';
import { OtherEyes } from './other-eyes.js';

let folder: ReturnType<typeof aFolder>;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.close());

const today = day('2026-06-15');
const account = (id: string, role: string): KnownActor => ({
  ...{ id, role, organisation: 'seaborough-council', name: id, tokenHash: hashToken(id) },
});
const asha = account('asha', 'send-caseworker');
const ella = account('ella.manager', 'manager');

/** An override that Asha recorded and Ella authorised, and the alert of it on the desk of the caseworkers. */
async function given_an_alert(...accounts: readonly KnownActor[]) {
  const { record, look, opened } = folder.instance(today);
  const registered = youngPersonEvents.registered.fact(day('2024-09-02'), {
    ...{ givenName: 'Ivy', familyName: 'Sample', birthDate: day('2009-03-14') },
    ...{ sendStatus: 'ehc-plan', responsible: 'seaborough-council' },
  });
  const overridden = youngPersonEvents.consentOverridden.fact(today, {
    ...{ purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health', basis: 'safeguarding' },
    ...{ until: day('2026-07-01'), reason: 'Talks of self harm', authorisedBy: 'ella.manager' },
  });
  await record(`youngPerson-${personId}`, personId, registered, overridden);
  await record('ehcPlan-plan1', personId, issued('2023-03-15'));
  await look();
  const { journal, readSide } = opened.foundations;
  const task = readSide.db.get<{ id: string }>(`SELECT id FROM task WHERE kind = 'override-to-read'`);
  const { state } = await journal.load(taskOf('ehc'), task?.id ?? '');
  const eyes = new OtherEyes(journal, readSide, new ActorDirectory({ now: () => accounts }));
  return (who: KnownActor) => eyes.require(state, who, today);
}

test('TRN-44: neither who recorded it nor who authorised it closes it while another caseworker is there; that one does', async () => {
  const other = account('omar', 'send-caseworker');
  const closes = await given_an_alert(asha, ella, other);
  for (const one of [asha, ella]) await expect(closes(one)).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
  await expect(closes(other)).resolves.toBeUndefined();
});

test('TRN-44: another manager is somebody else; somebody of another role, or who has left, is not', async () => {
  const manager = await given_an_alert(asha, ella, account('mia', 'manager'));
  await expect(manager(asha)).rejects.toMatchObject({ parts: { rule: 'TRN-44' } });
  const { tokenHash: _, ...left } = { ...account('omar', 'send-caseworker'), leftAt: '2026-06-01T09:00:00.000Z' };
  await folder.close();
  folder = aFolder();
  const nobody = await given_an_alert(asha, ella, account('ben', 'camhs-clinician'), left);
  await expect(nobody(asha)).resolves.toBeUndefined();
});
