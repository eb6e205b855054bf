// Who may do what: one policy function for every use case and question, by the rows that stand in them.
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';
import { inWords } from '../web/present/words.js';

export interface AccessRow {
  /** Roles that may. */
  readonly roles: readonly string[];
  /** Why these: a rule ID or a sentence. */
  readonly because: string;
  /** Whoever does not see all pathways sees theirs here, as the kinds of cases say (SHARE matrix). */
  readonly byPathway?: true;
}

/** Keyed by the name of the use case or question. */
export type AccessTable = Readonly<Record<string, AccessRow>>;

export interface Verdict {
  readonly allowed: boolean;
  readonly because: string;
}

export type Policy = (actor: Actor) => Verdict;

export class Policies {
  /** `seenBy`: the pathways that a role sees; undefined is all of them. */
  constructor(
    private readonly table: AccessTable,
    private readonly seenBy: (role: string) => readonly string[] | undefined = () => undefined,
  ) {}

  /** The policy of one action. What has no row is allowed to nobody. */
  of(action: string): Policy {
    const row = this.table[action];
    if (!row) return () => ({ allowed: false, because: `The access tables have no row for ${action}.` });
    return (actor) =>
      row.roles.includes(actor.role)
        ? { allowed: true, because: row.because }
        : { allowed: false, because: `It is for: ${row.roles.map(inWords).join(', ')}.` };
  }

  /** Errors: `not-signed-in` without a whole actor; `not-permitted` with the reason. */
  require(action: string, actor: Actor | undefined): void {
    if (!actor?.id || !actor.role || !actor.organisation) {
      throw new OnwardError('not-signed-in', {
        detail: 'Nothing is done or read without a named person, their role and their organisation.',
      });
    }
    const verdict = this.of(action)(actor);
    if (!verdict.allowed)
      throw new OnwardError('not-permitted', {
        detail: `Your role (${inWords(actor.role)}) may not do this. ${verdict.because}`,
        more: { action },
      });
  }

  /** The pathways that a role may see by this action; undefined is all of them. Error: `not-permitted` for another one. */
  pathways(action: string, { role }: Actor, asked?: string): readonly string[] | undefined {
    const allowed = this.table[action]?.byPathway ? this.seenBy(role) : undefined;
    if (asked === undefined || !allowed) return allowed;
    if (allowed.includes(asked)) return [asked];
    throw new OnwardError('not-permitted', {
      detail: `Your role (${inWords(role)}) sees these pathways only: ${allowed.map(inWords).join(', ')}.`,
      more: { action },
      rule: 'SHARE-01',
    });
  }
}
