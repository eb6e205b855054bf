// One line for whoever typed the command.
export const say = (words: string): void => void process.stdout.write(`${words}\n`);
