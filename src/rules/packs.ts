// The rule packs that ship with Onward, read and checked once.
import { loadPacks } from './load-packs.js';

export const { packInForce, packByVersion, all: shippedPacks } = loadPacks();
