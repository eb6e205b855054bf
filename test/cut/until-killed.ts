// One kill: work may also come to its end before its moment, and is then begun again.

const triesAtMost = 50;

export async function untilKilled(once: (round: number) => Promise<boolean>): Promise<void> {
  for (let round = 0; round < triesAtMost; round++) if (await once(round)) return;
  throw new Error(`It came to its end ${triesAtMost} times, before it could be killed`);
}
