// Loads a site's own text of a questionnaire from its file: what the command line calls. Whole, or nothing of it.
import { readFile } from 'node:fs/promises';
import { readQuestionnaireFile } from '../../cases/readiness/domain/questionnaires/file.js';
import { loadedQuestionnaires, loadedQuestionnairesId } from '../../cases/readiness/domain/questionnaires/loaded.js';
import { newestQuestionnaire } from '../../cases/readiness/questionnaires/known-questionnaires.js';
import { systemActor } from '../../engine/access/actors.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { OnwardError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { Foundations } from '../app.module.js';

export interface LoadedText {
  readonly title: string;
  readonly version: number;
  /** Not where the newest version says the same. */
  readonly added: boolean;
}

/** Errors: `file-refused` where there is nothing to read; `invalid-input` with every line or field that is wrong. */
export async function loadQuestionnaireFile(
  { foundations: { journal, clock } }: { readonly foundations: Pick<Foundations, 'journal' | 'clock'> },
  path: string,
): Promise<LoadedText> {
  const text = readQuestionnaireFile(await textAt(path));
  const commandId = newId();
  const context = { actor: systemActor('load-questionnaire'), commandId, correlationId: commandId };
  const command = { type: 'LoadQuestionnaireText', on: clock.today(), text } as const;
  const { events } = await new CommandRunner(journal).run(
    loadedQuestionnaires,
    loadedQuestionnairesId(text.id),
    command,
    context,
  );
  const { title, version } = await newestQuestionnaire(journal, text.id);
  return { title, version, added: events.length > 0 };
}

async function textAt(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new OnwardError('file-refused', { detail: 'There is no file at the path given, or it may not be read.' });
  }
}
