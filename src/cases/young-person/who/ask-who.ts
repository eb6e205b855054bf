// Before somebody is registered by hand: who on record may be the same? Whoever registers decides, and says so (REC-23).
import type { CommandRunner } from '../../../engine/commands/command-runner.js';
import { billWords } from '../../../engine/person/matching/bill-words.js';
import type { Known } from '../../../engine/person/matching/compare.js';
import { decide } from '../../../engine/person/matching/decide.js';
import { matchingModel as model } from '../../../engine/person/matching/model.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { refuse } from '../../../kernel/errors.js';
import { youngPersonKind } from '../domain/person-kind.js';
import { KnownPeople } from './known-people.js';

interface Registering {
  readonly id: string;
  readonly context: CommandContext;
  readonly known: Known;
  /** Of whom whoever registers says that it is somebody else. */
  readonly notTheSameAs: readonly string[];
}

/**
 * Whose number it is the registry of numbers says. Errors: `refused-by-rule` with each of them and their bill; `not-caught-up` while the lists
 * are being built, for then nobody could be found.
 */
export async function askWho(
  { id, context, known, notTheSameAs }: Registering,
  runner: CommandRunner,
  readSide: ReadSide,
): Promise<void> {
  const others = new KnownPeople(readSide).near(known).filter((one) => one.id !== id && !notTheSameAs.includes(one.id));
  const withoutNumber = others.filter(({ known: theirs }) => !theirs.numbers.some((one) => isOf(known, one.id)));
  const decision = decide(known, withoutNumber, model);
  if (decision.outcome === 'not-the-same') return;
  const near = decision.outcome === 'the-same' ? [decision.with] : decision.near;
  // The same command again answers what it answered before, whoever came on record since.
  if ((await runner.journal.load(youngPersonKind, id, context.commandId)).before.length > 0) return;
  throw refuse('REC-23', 'There is somebody on record who may be the same.', {
    help: 'Look at each of them. If it is the same child, go on with that record; if it is another, send their ids as notTheSameAs.',
    fields: near.map((one) => ({ field: 'notTheSameAs', problem: `does not name ${one.id}: ${billWords(one.bill)}` })),
    more: { near: near.map((one) => one.id).join(' '), model: decision.model },
  });
}

const isOf = ({ numbers }: Known, id: string): boolean => numbers.some((one) => one.id === id);
