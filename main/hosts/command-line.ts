import { parseArgs, type ParseArgsConfig } from 'node:util'

/** Says on stderr what is wrong with a command and how it is called, and ends with 2. Nothing may have been touched before. */
export function refuseCommand(reason: string, usage: string): never {
  process.stderr.write(`${reason}\nusage: ${usage}\n`)
  process.exit(2)
}

/** Reads the flags of a command; an unknown one, or one without its value, is named and ends it with 2. */
export function readCommandLine<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    const [reason = ''] = (error as Error).message.split(/\. |\n/)
    return refuseCommand(reason, usage)
  }
}
