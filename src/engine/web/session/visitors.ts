// Who is at the browser: by the session's cookie, or by a token in the header as the API takes it.
import { Injectable } from '@nestjs/common';
import { tokenOf } from '../../api/token-of.js';
import { ActorDirectory, type KnownActor } from '../../access/actors.js';
import { Door } from '../../access/door.js';
import { Sessions } from '../../access/sessions.js';
import { OnwardError } from '../../../kernel/errors.js';
import { isPage, type PageRequest } from '../http.js';
import { cookieNames } from '../security/cookies.js';

@Injectable()
export class Visitors {
  constructor(
    private readonly directory: ActorDirectory,
    private readonly sessions: Sessions,
    private readonly door: Door,
  ) {}

  /** A session opens pages only: the API takes no cookie, so no other site's form can reach it. */
  sessionOf(request: PageRequest): string | undefined {
    return isPage(request) ? request.cookies?.[cookieNames.session] : undefined;
  }

  known(token: string): KnownActor | undefined {
    return this.directory.identify(token);
  }

  /** Whose page it is; nobody where nobody is signed in. */
  of(request: PageRequest): KnownActor | undefined {
    const token = tokenOf(request);
    if (token !== undefined) return this.known(token);
    const secret = this.sessionOf(request);
    return secret === undefined ? undefined : this.sessions.visitor(secret);
  }

  /** Errors: `not-signed-in`; `too-many-attempts` after many wrong tokens. */
  required(request: PageRequest): KnownActor {
    const visitor = this.of(request);
    if (visitor) return visitor;
    const wrong = tokenOf(request) !== undefined;
    if (wrong) this.door.wrong('wrong-token', request.ip);
    throw new OnwardError('not-signed-in', {
      detail: wrong ? 'No one is known by this token.' : 'No one is signed in.',
      help: 'Send `Authorization: Bearer <token>`. Make a token with `npx onward actors add`.',
    });
  }
}
