// The cookies of the pages: never readable by a script, sent by our own pages only, over TLS wherever there is TLS.
import { header } from '../../api/request.js';
import type { CookieOptions, PageRequest } from '../http.js';

export const cookieNames = {
  session: 'onward-session',
  csrf: 'onward-form',
  wrote: 'onward-wrote',
  said: 'onward-said',
  draft: 'onward-draft',
} as const;

/** A proxy that ends TLS says so in a header; saying so falsely only makes one's own browser keep the cookie back. */
const overTls = (request: PageRequest): boolean =>
  request.protocol === 'https' || header(request, 'x-forwarded-proto') === 'https';

export const cookieFor = (
  request: PageRequest,
  sameSite: CookieOptions['sameSite'] = 'strict',
  maxAge?: number,
): CookieOptions => ({ path: '/', httpOnly: true, sameSite, secure: overTls(request), maxAge });
