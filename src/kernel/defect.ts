// What may be written down of an error that nobody foresaw: its class, what of its message is no input, and where it was thrown.
import { isOnwardError } from './errors.js';

export interface Defect {
  /** The class of the error, as the code names it. */
  readonly error: string;
  /** The system's own code of it, where it has one. */
  readonly code?: string;
  /** One line; each word that is not of the words below is `…`. */
  readonly message: string;
  /** Frames of the stack and nothing else. */
  readonly at: readonly string[];
}

const longest = 200;
const framesAtMost = 8;

export function defectOf(thrown: unknown): Defect {
  if (!(thrown instanceof Error)) return { error: typeof thrown, message: redacted(''), at: [] };
  const code = codeOf(thrown);
  return { error: classOf(thrown), ...(code && { code }), message: redacted(thrown.message), at: framesOf(thrown) };
}

/** The same as one sentence, for a terminal or a pause: ends with the place in the code. */
export function inWords(thrown: unknown): string {
  if (isOnwardError(thrown)) return thrown.parts.detail;
  const { error, code, message, at } = defectOf(thrown);
  const words = [error, code && `(${code})`].filter(Boolean).join(' ');
  return [message === '' ? words : `${words}: ${message}`, ...at.slice(0, 1)].join(' ');
}

/** By its constructor: `name` can be set to anything. */
const classOf = ({ constructor: { name } }: Error): string =>
  /^[A-Za-z]*(Error|Exception)$/.test(name) ? name : 'Error';

function codeOf(error: Error): string | undefined {
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  const named = typeof code === 'string' && /^(E[A-Z]+|ERR_[A-Z0-9_]+|SQLITE_[A-Z_]+)$/.test(code) ? code : undefined;
  return (
    [named, typeof errcode === 'number' ? errcode : undefined].filter((part) => part !== undefined).join(' ') ||
    undefined
  );
}

/** `at f (file:1:2)`, `at async X.f (file:1:2)`, `at file:1:2`; a file is an absolute path, a file address or a part of Node. */
const frame =
  /^ {4}at (?:(?:async |new )*[\w$.<>#]+(?: \[as [\w$.]+\])? \((?:(?:file:\/\/|\/|[A-Z]:\\)\S*\.[cm]?[jt]s|node:\S*):\d+:\d+\)|(?:async )?(?:(?:file:\/\/|\/|[A-Z]:\\)\S*\.[cm]?[jt]s|node:\S*):\d+:\d+)$/;

/** The stack begins with the message, of however many lines: frames are what stands unbroken at its end, without the message's own lines. */
function framesOf({ stack = '', message }: Error): string[] {
  const told = new Set(message.split('\n'));
  const lines = stack.split('\n');
  const from = lines.findLastIndex((line) => !/^ {4}at /.test(line)) + 1;
  return lines
    .slice(from)
    .filter((line) => frame.test(line) && !told.has(line))
    .slice(0, framesAtMost)
    .map((line) => line.trim());
}

/** What the code never wrote may be somebody's name, in whatever letters: so a word is kept because it is known, not hidden because it looks personal. */
function redacted(message: string): string {
  const words = message.split(/\s+/).filter((word) => word !== '');
  const kept = words.map((word) => {
    const [, before = '', core = '', after = ''] = /^([("'`]*)(.*?)([)"'`.,:;]*)$/s.exec(word) ?? [];
    return known.has(core) ? `${before}${core}${after}` : `…${after.replace(/["'`]/g, '')}`;
  });
  const line = kept.filter((word, at) => !(word === '…' && kept[at - 1] === '…')).join(' ');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The words of the engine, of Node, of SQLite and of our own assertions. Exact letters: `Page` may be a surname where `page` is not. */
const known = new Set(
  `Cannot Unexpected Invalid Maximum The There Expected Reduce Converting Assignment Class Bad Unsupported Provided Received Illegal Missing No Not Private Unable
  Array Map Set Date Object String Number Function Promise Symbol BigInt Buffer Uint8Array JSON SQL SQLite UNIQUE FOREIGN KEY PRIMARY NOT NULL CHECK Worker Readable Writable
  ENOENT EACCES EPERM EEXIST ENOSPC EDQUOT EIO EROFS EMFILE ENFILE EISDIR ENOTDIR ENOTEMPTY ECONNREFUSED ECONNRESET ETIMEDOUT ENOTFOUND EPIPE EADDRINUSE EBUSY EINVAL
  a an the and or of in to on at by for from with without within before after as into than that this it its is are was were be been has have had do does did not no nor only
  cannot can could must may should unable attempt failed failure error unexpected invalid illegal missing expected received provided supported unsupported allowed denied permission
  read reading write writing set setting get call called calling invoke invoked access open opened closed close destroyed aborted ended end start started terminated finalized
  property properties undefined null function constructor class object array string number boolean bigint symbol value values type types instance argument arguments parameter
  parameters variable constant assign assignment extensible iterable iterator defined initialization initial destructure deconstruct circular structure converting convert token
  input output JSON valid character control literal escaped position line column length size stack exceeded range out bounds index key keys empty new operator key-value
  file files directory such path folder disk image database table column row rows schema constraint statement transaction query logic mismatch datatype bound full locked busy
  malformed damaged readonly memory heap limit reaching due connection connect socket hang up stream timeout timed host address port premature operation operations two thread process
  authenticate data state initialization vector tag cloned clone buffer allocation regular expression time zone calendar format version module import export require found exist exists
  event events stream revision projection checkpoint case plan page pages list lists model models rule rules field fields name named another again twice yet already still being there nobody`.split(
    /\s+/,
  ),
);
