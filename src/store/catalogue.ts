// Every event type there is, with its schema compiled: what the journal may write and can read.
import { TypeCompiler, type TypeCheck } from '@sinclair/typebox/compiler';
import type { TSchema } from '@sinclair/typebox';
import { OnwardError } from '../kernel/errors.js';
import { correctionFacts } from '../kernel/corrections.js';
import type { EventDefinition } from '../kernel/events.js';
import './formats.js';

export interface CatalogueEntry {
  readonly definition: EventDefinition;
  readonly check: TypeCheck<TSchema>;
}

export class EventCatalogue {
  private readonly entries = new Map<string, CatalogueEntry>();

  /** What corrects or withdraws a fact is there for every kind of case. */
  constructor(groups: Iterable<Readonly<Record<string, EventDefinition>>>) {
    for (const group of [correctionFacts, ...groups]) {
      for (const definition of Object.values(group)) {
        if (this.entries.has(definition.type)) throw new Error(`Two event types are called ${definition.type}`);
        this.entries.set(definition.type, { definition, check: TypeCompiler.Compile(definition.schema) });
      }
    }
  }

  /** Error: `unknown-event` when no slice defines the type. */
  get(type: string): CatalogueEntry {
    const entry = this.entries.get(type);
    if (entry) return entry;
    throw new OnwardError('unknown-event', {
      detail: `No event type is called ${type}.`,
      help: 'The history was written by a newer version of Onward, or a slice is missing from this one.',
    });
  }

  /** As which type an event of this one is read: another one where it is written no more. */
  readAs(type: string): string {
    return this.entries.get(type)?.definition.readAs?.definition.type ?? type;
  }

  all(): EventDefinition[] {
    return [...this.entries.values()].map((entry) => entry.definition);
  }
}
