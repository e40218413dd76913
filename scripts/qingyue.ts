/** The command line: Qingyue's reading of pages and texts without a browser. */
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDay } from '../utils/digest/calendar';
import { convertLines, repairLines, TARGETS, type Target } from './convert-lines';
import { type DigestOptions, decodeText, digestFile } from './digest-file';
import { sheetOf } from './sheet';

const USAGE = `Usage:
  npm run --silent qingyue -- digest FILE... [--json] [--url URL] [--published YYYY-MM-DD]
      .html pages or .txt files (one paragraph a line; a first line "# ..." is the title)
  npm run --silent qingyue -- convert [--to simplified|traditional] <FILE
  npm run --silent qingyue -- repair <FILE
      standard input to standard output, each line by itself`;

const DONE = 0;
const SOME_FILES_FAILED = 1;
const BAD_ARGUMENTS = 2;

class UsageError extends Error {}

/** What the command reads and writes; the process's own streams, or a test's. */
export interface Streams {
  read(): Promise<string>;
  write(text: string): void;
  complain(text: string): void;
}

type Command = (args: string[], streams: Streams) => Promise<number>;

const COMMANDS = new Map<string, Command>([
  ['digest', digest],
  ['convert', convert],
  ['repair', repair],
]);

/** Runs one command and gives its exit status: 0 done, 1 some files failed, 2 arguments not understood. */
export async function run([name, ...args]: string[], streams: Streams): Promise<number> {
  try {
    const command = COMMANDS.get(name ?? '');
    if (!command) throw new UsageError(name === undefined ? 'no command given' : `no command "${name}"`);
    return await command(args, streams);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    streams.complain(`${error.message}\n${USAGE}\n`);
    return BAD_ARGUMENTS;
  }
}

/** parseArgs throws TypeErrors whose code starts so. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
  );
}

async function digest(args: string[], { write, complain }: Streams): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, url: { type: 'string' }, published: { type: 'string' } },
  });
  if (files.length === 0) throw new UsageError('no file given');
  if (values.url !== undefined && !URL.canParse(values.url)) throw new UsageError(`not an address: ${values.url}`);
  if (values.published !== undefined && parseDay(values.published) === null)
    throw new UsageError(`not a day: ${values.published}`);
  const options: DigestOptions = { url: values.url, published: values.published };
  let status = DONE;
  for (const [index, file] of files.entries()) {
    try {
      const record = await digestFile(file, options);
      write(values.json ? `${JSON.stringify(record)}\n` : `${index > 0 ? '\n' : ''}${sheetOf(record)}\n`);
    } catch (error) {
      status = SOME_FILES_FAILED;
      const reason = error instanceof Error ? error.message : String(error);
      if (values.json) write(`${JSON.stringify({ file, error: reason })}\n`);
      else complain(`${file}: ${reason}\n`);
    }
  }
  return status;
}

async function convert(args: string[], { read, write }: Streams): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string', default: 'simplified' } } });
  const target = TARGETS.find((name): name is Target => name === values.to);
  if (!target) throw new UsageError(`--to takes ${TARGETS.join(' or ')}`);
  write(await convertLines(await read(), target));
  return DONE;
}

async function repair(args: string[], { read, write }: Streams): Promise<number> {
  parseArgs({ args, options: {} });
  write(repairLines(await read()));
  return DONE;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(); // whoever read the output has seen enough
  });
  process.exitCode = await run(process.argv.slice(2), {
    read: async () => decodeText(await buffer(process.stdin)),
    write: (out) => process.stdout.write(out),
    complain: (out) => process.stderr.write(out),
  });
}
