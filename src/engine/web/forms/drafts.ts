// What was typed into a form, between the form and its check page: sealed into a cookie of that form's address, for an hour.
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Journal } from '../../../store/journal.js';
import { Clock } from '../../../kernel/clock.js';
import { seal, sealingKey, unseal } from '../session/sealing.js';
import type { Visit } from '../visit.js';
import type { Typed } from './question.js';

export interface Draft {
  /** Id of the command that the form is to become: the address names it, so that a page finds its own answers only. */
  readonly command: string;
  readonly revision: number | undefined;
  readonly typed: Typed;
}

interface Sealed extends Draft {
  readonly actor: string;
  readonly path: string;
  readonly until: number;
}

export const draftSeconds = 60 * 60;

/** Browsers keep about four thousand characters in a cookie, its name and attributes included. */
const longest = 3700;
const mostPlain = 100_000;

export const pathOf = (url: string): string => url.split('?')[0] ?? '/';

@Injectable()
export class Drafts {
  private readonly key: Buffer;

  constructor(
    journal: Journal,
    private readonly clock: Clock,
  ) {
    this.key = sealingKey(journal.keys.lookupKey(), 'drafts of forms');
  }

  /** Undefined where it does not fit into a cookie: then the page answers at once, and nothing is lost. */
  seal(draft: Draft, { actor, url }: Visit): string | undefined {
    const path = pathOf(url);
    if (!/^[\w\-./%~]+$/.test(path)) return undefined;
    const all: Sealed = { ...draft, actor: actor.id, path, until: this.seconds() + draftSeconds };
    const plain = Buffer.from(JSON.stringify(all));
    if (plain.length > mostPlain) return undefined;
    const sealed = seal(this.key, brotliCompressSync(plain));
    return sealed.length <= longest ? sealed : undefined;
  }

  /** Only for whoever typed it, on the same form, under the same command, within the hour. */
  open(command: string, { actor, url, draft }: Visit): Draft | undefined {
    const bytes = unseal(this.key, draft);
    if (!bytes) return undefined;
    const found = JSON.parse(brotliDecompressSync(bytes).toString('utf8')) as Sealed;
    const own = found.actor === actor.id && found.path === pathOf(url) && found.command === command;
    return own && this.seconds() < found.until ? found : undefined;
  }

  private seconds(): number {
    return Math.floor(new Date(this.clock.now()).getTime() / 1000);
  }
}
