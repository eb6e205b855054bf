// The forms that one page shows, from the use cases that they stand in.
import type { OnwardCommand } from '../access/messages.js';
import type { CommandContext } from '../../kernel/envelope.js';
import type { Form } from '../web/forms/form.js';
import type { OfferedForm } from '../web/forms/offered-form.js';
import type { CaseNow } from './case-now.js';
import { isCaseUseCase } from './case-use-case.js';
import { whyNot } from './dry-run.js';
import type { PlacedForm } from './placed-form.js';
import type { Service, UseCase } from './use-case.js';
import { waysByForm } from './ways.js';

/** The forms that one page shows, by their name in its address. Error at start: two have the same name. */
export function formsOf<Subject, View, Group extends string>(
  place: string,
  useCases: readonly UseCase[],
): Readonly<Record<string, OfferedForm<Subject, View, Group>>> {
  const found: Record<string, OfferedForm<Subject, View, Group>> = {};
  for (const useCase of useCases)
    for (const placed of useCase.forms ?? []) {
      if (placed.place !== place) continue;
      if (found[placed.step]) throw new Error(`Two forms of ${place} are called ${placed.step}`);
      found[placed.step] = offered(useCase, placed);
    }
  return found;
}

function offered<Subject, View, Group extends string>(
  useCase: UseCase<string, object, readonly Service[]>,
  placed: PlacedForm,
): OfferedForm<Subject, View, Group> {
  const { step: _, place: __, group, offers, sends, ...parts } = placed;
  const tried = (subject: Subject, now: CaseNow) =>
    isCaseUseCase(useCase) ? whyNot(useCase, waysByForm(useCase, placed, subject, now.today), now) : undefined;
  const form = {
    whyNot: tried,
    canBeRehearsed: isCaseUseCase(useCase),
    ...(parts as unknown as Omit<Form<Subject>, 'command'>),
    command(answers: Readonly<Record<string, unknown>>, subject: Subject, context: CommandContext) {
      const { at, input } = sends(answers, subject as never);
      return useCase.of(at, input, context) as OnwardCommand;
    },
  };
  return {
    form,
    needs: useCase.name,
    group: group as Group,
    offers,
    whyNot: tried,
  };
}

/** The form of a use case whose page shows no other. Error at start: it has none, or several. */
export function onlyFormOf<Subject>(useCase: UseCase): Form<Subject> {
  const [placed, ...others] = useCase.forms ?? [];
  if (!placed || others.length > 0) throw new Error(`${useCase.name} has not one form`);
  return offered<Subject, never, string>(useCase, placed).form;
}
