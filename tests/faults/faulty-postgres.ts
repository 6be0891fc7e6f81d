import { Client } from 'pg'
import { type Moment, momentOf, type Shim } from './fault.ts'

type Query = (this: Client, ...asked: unknown[]) => unknown
interface Streamed {
  connection: { stream: { destroy: () => void } }
}

/** The errors of a PostgreSQL that has no room, no disk, no time or no life left. */
export const serverErrors = ['53100', '58030', '57P01', 'XX001', '40001', 'ECONNRESET'] as const

/** Puts a shim between TypeORM and every PostgreSQL connection of this process; a fault that undoes breaks the connection. */
export function shimPostgres(): Shim {
  const prototype = Client.prototype as unknown as { query: Query }
  const { query } = prototype
  let struck = 0
  let fault: Parameters<Shim['strike']>[0] = null
  let seen = 0
  prototype.query = function (this: Client, ...asked) {
    const [first] = asked as [string | { text?: string } | undefined]
    const sql = (typeof first === 'string' ? first : first?.text) ?? ''
    const moment: Moment | null = momentOf(sql)
    if (!fault || moment !== fault.moment) return query.apply(this, asked)
    const at = seen - fault.nth
    seen += 1
    if (at < 0 || at >= fault.times) return query.apply(this, asked)
    struck += 1
    if (fault.undoes) (this as unknown as Streamed).connection.stream.destroy()
    return Promise.reject(Object.assign(new Error(`struck at ${sql.slice(0, 40)}`), { code: fault.error }))
  }
  return {
    errors: serverErrors,
    strike: (next) => {
      fault = next
      seen = 0
    },
    struck: () => struck,
    remove: () => {
      prototype.query = query
    },
  }
}
