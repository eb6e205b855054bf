// REC-23: while the lists of who is on record are being built, nobody is said to be unlike everybody: whoever asks is told to come again.
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { systemActor } from '../../../engine/access/actors.js';
import { aWorkshop } from '../../../engine/processing/kit-for-tests.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { newId } from '../../../kernel/ids.js';
import { askWho } from './ask-who.js';

it('REC-23: without lists it is not answered that nobody is like them, whatever the other answers are', async () => {
  const { files, journal } = aWorkshop();
  const known = { names: [{ givenName: 'Hazel', familyName: 'Harbourlight' }], birthDate: '2013-04-15', numbers: [] };
  const context = { actor: systemActor('somebody'), commandId: newId(), correlationId: newId() };
  for (const notTheSameAs of [[], [newId()]]) {
    const asking = askWho(
      { id: newId(), context, known, notTheSameAs },
      new CommandRunner(journal),
      new ReadSide(files),
    );
    await expect(asking).rejects.toMatchObject({ type: 'not-caught-up' });
  }
});
