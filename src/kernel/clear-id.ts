// What may stand unsealed as an id or a code, wherever it comes from: an account, an organisation, something that a case or a file has.

const word = /^[A-Za-z0-9]+(?:[._:/-]+[A-Za-z0-9]+)*$/;

/** Digits alone could be a telephone number; the ids that are made here have letters. */
export const isClearId = (text: string): boolean => word.test(text) && !/^[0-9._:/-]{7,}$/.test(text);
