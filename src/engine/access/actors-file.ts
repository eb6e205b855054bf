// actors.json: who may act and who has left, read anew whenever it changes, so that a running service notices at once.
import { statSync } from 'node:fs';
import { readJsonFile, writeJsonFile } from '../../store/data-folder/json-file.js';
import { isClearId } from '../../kernel/clear-id.js';
import { invalid, notFound, OnwardError } from '../../kernel/errors.js';
import type { KnownActor } from './actors.js';

/** What an id, a role and an organisation are: codes, because every fact carries them for ever. */
const actorCode = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

const isCode = (value: unknown): boolean => typeof value === 'string' && actorCode.test(value);

/** Nothing is recorded by an account whose id or organisation the store would refuse in what goes with every fact. */
const cannotStand = ({ id, organisation, leftAt }: KnownActor): boolean =>
  leftAt === undefined && ![id, organisation].every(isClearId);

function isActor(value: unknown): value is KnownActor {
  if (typeof value !== 'object' || value === null) return false;
  const { id, role, organisation, name, tokenHash, leftAt } = value as Readonly<Record<string, unknown>>;
  const opens = typeof tokenHash === 'string' && /^[0-9a-f]{64}$/.test(tokenHash) && leftAt === undefined;
  const left = typeof leftAt === 'string' && tokenHash === undefined;
  return [id, role, organisation].every(isCode) && typeof name === 'string' && name.trim() !== '' && (opens || left);
}

const holdsActors = (value: unknown): value is { readonly actors: readonly KnownActor[] } =>
  Array.isArray((value as { actors?: unknown } | null)?.actors) &&
  (value as { actors: unknown[] }).actors.every(isActor);

const json = {
  fits: holdsActors,
  wrong: ({ actors }: { readonly actors: readonly KnownActor[] }) => {
    const at = actors.findIndex(cannotStand);
    return at < 0
      ? undefined
      : `has an account (number ${at + 1} in it) whose id or organisation is digits alone: that could be a telephone number, and nothing that it does could be recorded`;
  },
  remedy:
    'Take such an account out of the file and add it anew with a letter in its code (npx onward actors add). Otherwise: nobody is let in until it is whole. Restore actors.json from a backup, or move it away and add everybody anew.',
};

export class ActorsFile {
  private mark: string | undefined;
  private held: readonly KnownActor[] = [];

  constructor(private readonly path: string) {}

  /** Everybody in it, also who has left. Error: `store-unavailable` when it is damaged: then nobody is known. */
  now(): readonly KnownActor[] {
    const mark = this.markOf();
    if (mark !== this.mark) {
      this.held = readJsonFile(this.path, json)?.actors ?? [];
      this.mark = mark;
    }
    return this.held;
  }

  /** An id stands in every fact of its holder: it is never given to somebody else. */
  add(actor: KnownActor): void {
    for (const [field, value] of Object.entries({ id: actor.id, organisation: actor.organisation }))
      if (!actorCode.test(value) || !isClearId(value))
        throw invalid(
          `--${field}`,
          'must be a short code of letters, digits, ".", "-", "_", like asha.bright; seven digits and more need a letter, because they could be a telephone number',
        );
    if (actor.name.trim() === '') throw invalid('--name', 'must not be empty');
    const known = this.now().find(({ id }) => id === actor.id);
    if (known && known.leftAt === undefined)
      throw new OnwardError('already-exists', {
        detail: `${actor.id} may act already.`,
        help: 'For a new token: npx onward actors replace-token. For another role: remove, then add again.',
      });
    if (known && known.name !== actor.name)
      throw new OnwardError('already-exists', {
        detail: `${actor.id} is the id of ${known.name}, who has left: facts on record carry it.`,
        help: 'Choose another id for somebody else.',
      });
    this.write([...this.now().filter(({ id }) => id !== actor.id), actor]);
  }

  replaceToken(id: string, tokenHash: string): void {
    this.change(id, (actor) => ({ ...actor, tokenHash }));
  }

  /** The name stays for whoever reads what they recorded; nothing opens with it any more. */
  remove(id: string, leftAt: string): void {
    this.change(id, ({ tokenHash: _, ...actor }) => ({ ...actor, leftAt }));
  }

  private change(id: string, to: (actor: KnownActor) => KnownActor): void {
    const all = this.now();
    const known = all.find((actor) => actor.id === id && actor.leftAt === undefined);
    if (!known) throw notFound('person who may act', id);
    this.write(all.map((actor) => (actor === known ? to(actor) : actor)));
  }

  private write(actors: readonly KnownActor[]): void {
    writeJsonFile(this.path, { actors });
  }

  /** Each writing makes another file, so nothing that was written at the same moment is missed. */
  private markOf(): string {
    const found = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : 'none';
  }
}
