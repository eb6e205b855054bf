// Onward's own parts, opened as the server opens them, with the slice of waiting as the sample.
import { join } from 'node:path';
import { built } from './paths.mjs';
import { chance } from './chance.mjs';

const parts = await Promise.all(
  [
    'store/sqlite/sqlite-event-store.js',
    'store/journal.js',
    'store/catalogue.js',
    'engine/commands/command-runner.js',
    'store/codec.js',
    'store/keys/sqlite-subject-keys.js',
    'store/keys/key-encryption-key.js',
    'kernel/clock.js',
    'kernel/history.js',
    'cases/waiting/wait.js',
    'cases/waiting/domain/events.js',
  ].map(built),
);
const { SqliteEventStore, Journal, EventCatalogue, CommandRunner, SqliteSubjectKeys, keyEncryptionKey } = Object.assign(
  {},
  ...parts,
);
const { SystemClock, History, encode, wait, waitEvents } = Object.assign({}, ...parts);

export { History, encode, wait, waitEvents };

export function openOnward(folder) {
  const keys = new SqliteSubjectKeys(join(folder, 'keys.sqlite'), keyEncryptionKey(undefined, folder).key);
  const store = new SqliteEventStore(join(folder, 'events.sqlite'));
  const catalogue = new EventCatalogue([waitEvents]);
  const journal = new Journal(store, keys, catalogue, new SystemClock());
  return {
    store,
    keys,
    catalogue,
    journal,
    runner: new CommandRunner(journal),
    async close() {
      await store.close();
      await keys.close();
    },
  };
}

export const actor = { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'seaborough-council' };
export const contextOf = (id) => ({ actor, commandId: id, correlationId: id });

/** Made-up words and codes of waits, the same in every run. */
export function waitSamples(seed) {
  const { pick, next, uuid } = chance(seed);
  const note = () =>
    `Spoke with the family about the wait; ${pick(['no change', 'more worried', 'school has asked too'])}, ref ${uuid().slice(0, 8)}.`;
  const contact = () => ({
    contact: pick(['information', 'estimated-wait', 'check-in']),
    to: pick(['family', 'young-person']),
    channel: pick(['letter', 'telephone', 'email']),
    accessibleFormat: 'none-needed',
    outcome: pick(['sent', 'reached', 'no-answer']),
    riskChange: pick(['none', 'none', 'higher']),
    note: note(),
  });
  const day = (number) => new Date(Date.UTC(2024, 0, 1 + (number % 800))).toISOString().slice(0, 10);
  return {
    uuid,
    contact,
    contactFact: (number = 0) => waitEvents.waitingWellContact.fact(day(number), contact()),
    /** A whole case through its decider: a referral, then contacts, dates agreed and missed, validations, concerns. */
    history(length, personId) {
      const facts = [];
      let state = wait.initial;
      const say = (command) => {
        for (const fact of wait.decide(command, state)) {
          state = wait.evolve(state, { ...fact, id: uuid(), recordedAt: '' });
          facts.push(fact);
        }
      };
      const referral = {
        personId,
        pathway: 'MH_CYP',
        service: 'camhs-community',
        provider: 'estuary-camhs',
        urgency: 'routine',
        source: 'school',
        reason: note(),
        pack: 'waiting-2026',
        packVersion: 1,
      };
      say({ type: 'Refer', on: day(0), referral });
      for (let number = 1; facts.length < length; number++) {
        const on = day(Math.floor((number * 790) / length));
        const turn = next();
        if (turn < 0.7) say({ type: 'RecordContact', on, contact: contact() });
        else if (turn < 0.8) say({ type: 'BookFirstContact', on, appointmentOn: on });
        else if (turn < 0.88) say({ type: 'MissFirstContact', on, why: 'was-not-brought', clearlyCommunicated: true });
        else if (turn < 0.95) say({ type: 'Validate', on, outcome: 'still-waiting' });
        else say({ type: 'Escalate', on, urgency: pick(['routine', 'urgent']), concern: note() });
      }
      return facts;
    },
  };
}
