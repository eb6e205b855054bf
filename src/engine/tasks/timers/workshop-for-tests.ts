// For tests of timers: a store and its read models in a folder, any number of instances over it, each with a clock of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner } from '../../commands/command-runner.js';
import type { Dispatcher } from '../../access/dispatcher.js';
import type { Fact } from '../../../kernel/events.js';
import { FixedClock } from '../../../kernel/clock.js';
import { followUpsOf } from '../../../apps/ops/follow-ups.js';
import { openFoundations, type Opened } from '../../../apps/ops/foundations.js';
import { policiesOf } from '../../../apps/use-cases.js';
import { carryOut } from '../../use-cases/offers.js';
import type { UseCaseMessage } from '../../use-cases/use-case.js';
import { keepTask } from '../commands/keep-task.js';

export function aFolder() {
  const data = mkdtempSync(join(tmpdir(), 'onward-timers-'));
  const instances = new Set<Opened>();
  let told = 0;

  /** Another instance over the folder, whose clock shows noon of that day. */
  const instance = (day: string) => {
    const settings = { data, port: 0, host: '', demo: true, key: undefined, log: 'silent' } as const;
    const clock = new FixedClock(`${day}T12:00:00.000Z`);
    const opened = openFoundations(settings, clock);
    instances.add(opened);
    const { journal, readSide, whole } = opened.foundations;
    const policies = policiesOf(whole);
    const runner = new CommandRunner(journal);
    const send = async (command: UseCaseMessage) => {
      // What tells people's records of a fact is not followed here.
      if (!(command instanceof keepTask.message)) return undefined;
      (await policies).require('KeepTask', command.context.actor);
      return carryOut(keepTask, command, [runner], clock.today());
    };
    const followUps = followUpsOf(opened, { send: send as unknown as Dispatcher['send'] });
    const catchUp = () => opened.projecting.catchUp();
    return {
      ...followUps,
      opened,
      catchUp,
      send,
      async close() {
        instances.delete(opened);
        await opened.close();
      },
      /** Brings the lists up to date and looks. */
      async look(at?: string): Promise<void> {
        if (at !== undefined) clock.set(`${at}T12:00:00.000Z`);
        await catchUp();
        await followUps.timers.look();
        await followUps.termLists.look();
        await followUps.overrides.look();
        await catchUp();
      },
      async record(stream: string, subject: string | undefined, ...facts: readonly Fact[]): Promise<readonly string[]> {
        const commandId = `told-${stream}-${++told}`;
        const actor = { id: 'asha', role: 'send-caseworker', organisation: 'seaborough-council' };
        const context = { actor, commandId, correlationId: commandId, subject };
        return (await journal.append(stream, 'any', facts, context)).eventIds;
      },
      /** What stands on the desks, in words. */
      tasks: (): string[] =>
        readSide.db
          .all<{ kind: string; deadline_key: string; due_on: string; how: string | null }>('SELECT * FROM task')
          .map(({ kind, deadline_key, due_on, how }) => `${kind} ${deadline_key} ${due_on} ${how ?? 'open'}`)
          .sort(),
      async taskEventCount(): Promise<number> {
        let count = 0;
        for await (const page of journal.store.readAll())
          count += page.filter(({ stream }) => /^\w+Task-/.test(stream)).length;
        return count;
      },
    };
  };

  return {
    data,
    instance,
    async close() {
      for (const opened of instances) await opened.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
