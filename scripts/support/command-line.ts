/** What all command lines share: how options are read, how mistakes are told from bugs, and which exit status each has. */
import { CommanderError, type Command } from 'commander';

/** Something the user can put right: its message is shown without a stack trace. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitStatus: number;

  constructor(message: string, exitStatus = 1) {
    super(message);
    this.exitStatus = exitStatus;
  }
}

/** The command was called wrongly. */
export const WRONG_USAGE = 2;

/** A command's work. It reads `program.args` and `program.opts()`, and returns an exit status other than 0 where it has one. */
export type Main = () => number | undefined | Promise<number | undefined>;

/** Runs a command line and sets the exit status of the process: 0, what `main` returns, 1 for errors, 2 for wrong usage. */
export async function runCommand(program: Command, main: Main): Promise<void> {
  // A reader that stops early, such as `| head`, is no fault of the command.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  process.exitCode = await commandStatus(program, main, process.argv.slice(2), (text) => process.stderr.write(text));
}

/** As `runCommand`, with the arguments and the place for messages given. */
export async function commandStatus(
  program: Command,
  main: Main,
  args: readonly string[],
  complain: (text: string) => void,
): Promise<number> {
  try {
    // Silenced, so that one mistake makes one message, written below.
    program.exitOverride().configureOutput({ outputError: () => undefined });
    await program.parseAsync(args, { from: 'user' });
    return (await main()) ?? 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const wrongUsage = error instanceof CommanderError || (error instanceof UserError && error.exitStatus === WRONG_USAGE);
    complain(`${messageOf(error)}\n${wrongUsage ? `See: ${program.name()} --help\n` : ''}`);
    if (error instanceof UserError) return error.exitStatus;
    return wrongUsage ? WRONG_USAGE : 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof CommanderError) return error.message.replaceAll('\n', ' ');
  if (error instanceof UserError) return `error: ${error.message}`;
  // A folder that cannot be written, a disk that is full: the system's own words say what to put right.
  if (error instanceof Error && 'syscall' in error) return `error: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
