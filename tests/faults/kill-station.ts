import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { RecordedIntake, RecordIntakeInput } from '../../shared/intake/schema.ts'
import { newId } from '../../main/new-id.ts'
import { below, seeded } from '../bench/seeded.ts'
import { bundleOf, spawnStation, type StationProcess, startStationProcess } from '../kit/station-process.ts'
import { type DeskMemory, deskEntry } from './desk-entries.ts'
import { type Acknowledged, examineFolder, type Findings } from './examine-folder.ts'

/** What a run of kills came to. Everything but the first two and the time shall be nothing. */
export interface KillReport {
  kills: number
  acknowledged: number
  lost: number
  doubled: number
  halfWritten: number
  /** Until the first answer; the whole run holds it to five seconds, a test to nothing: machines differ. */
  slowestRestartMs: number
  /** Sentences of what does not hold, the first twenty. */
  wrong: string[]
}

interface Desk {
  cookie: string
  station: StationProcess
  isOver: boolean
  acknowledged: Acknowledged[]
  wrong: string[]
  memory: DeskMemory
}

const seats = 3

/**
 * Kills the station with SIGKILL again and again while seats register calls the way their outbox does: an entry that got no
 * answer is sent again with the same ids until it has one. Then looks at what is in the folder.
 */
export async function killStation({
  kills,
  seconds = 600,
  seed = 1,
}: {
  kills: number
  seconds?: number
  seed?: number
}): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-kill-'))
  const random = seeded(seed)
  const desk = await openDesk(folder)
  const writers = Array.from({ length: seats }, (_, nth) => keepRegistering(desk, seeded(seed + 1 + nth)))
  const endsAt = Date.now() + seconds * 1000
  let done = 0
  let slowestRestartMs = 0
  while (done < kills && Date.now() < endsAt) {
    await untilBusy(desk, 1 + below(random, 12))
    await pause(below(random, 8))
    await desk.station.kill()
    done += 1
    // Now and then it dies again while it is getting up.
    if (done < kills && random() < 0.2) {
      await killWhileStarting(folder, 50 + below(random, 400))
      done += 1
    }
    slowestRestartMs = Math.max(slowestRestartMs, await restart(desk, folder))
  }
  desk.isOver = true
  await Promise.all(writers)
  const { code } = await desk.station.stop()
  if (code !== 0) desk.wrong.push(`the station ended with ${code} when told to stop`)
  const found = await examineFolder(folder, desk.acknowledged)
  await checkAuditCommand(folder, desk.wrong)
  if (desk.wrong.length > 0) desk.wrong.push(...complaintsOf(folder))
  rmSync(folder, { recursive: true, force: true })
  return report(desk, found, done, slowestRestartMs)
}

function report(desk: Desk, found: Findings, kills: number, slowestRestartMs: number): KillReport {
  const wrong = [...desk.wrong, ...found.wrong]
  if (desk.acknowledged.length < kills) wrong.push(`only ${desk.acknowledged.length} entries were acknowledged`)
  const { lost, doubled, halfWritten } = found
  return {
    kills,
    acknowledged: desk.acknowledged.length,
    lost,
    doubled,
    halfWritten,
    slowestRestartMs,
    wrong: wrong.slice(0, 20),
  }
}

async function openDesk(folder: string): Promise<Desk> {
  const station = await startStationProcess(folder)
  const memory: DeskMemory = { technicians: [newId(), newId()], customers: [], tickets: [] }
  const desk: Desk = { cookie: '', station, isOver: false, acknowledged: [], wrong: [], memory }
  const administrator = { login: 'chief', name: '刘雪梅', password: 'password-1' }
  const house = {
    language: 'zh-CN',
    companyName: '禾炊厨具',
    presetId: 'P32',
    warrantyMonths: 24,
    start: 'empty',
    administrator,
  }
  desk.cookie = (await post(desk, 'admin.setUp', house)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  for (const [nth, id] of memory.technicians.entries()) {
    const member = { id, login: `master-${nth}`, name: '孙师傅', role: 'technician', password: 'password-2' }
    const { status } = await post(desk, 'admin.saveMember', member)
    if (status !== 200) throw new Error(`a technician is refused: ${status}`)
  }
  return desk
}

async function post(desk: Desk, procedure: string, input: unknown): Promise<Response> {
  return fetch(`${desk.station.url}/api/${procedure}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: desk.cookie },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(30_000),
  })
}

/** One seat: writes an entry down, sends it until it is answered, goes on with the next. */
async function keepRegistering(desk: Desk, random: () => number): Promise<void> {
  while (!desk.isOver) {
    const input = deskEntry(random, desk.memory)
    const answer = await sendUntilAnswered(desk, input)
    if (!answer) continue
    desk.acknowledged.push({ input, answer })
    if (answer.customerId) desk.memory.customers.push(answer.customerId)
    if (input.outcome === 'repair' && answer.ticket) desk.memory.tickets.push(answer.ticket.id)
  }
}

async function sendUntilAnswered(desk: Desk, input: RecordIntakeInput): Promise<RecordedIntake | null> {
  for (;;) {
    const response = await post(desk, 'intake.record', input).catch(() => null)
    const text = await response?.text().catch(() => null)
    if (!response || typeof text !== 'string') {
      await pause(20)
      continue
    }
    if (response.ok) return (JSON.parse(text) as { result: { data: RecordedIntake } }).result.data
    desk.wrong.push(`an entry (${input.outcome}) was answered with ${response.status}: ${text.slice(0, 200)}`)
    return null
  }
}

/** Waits for so many more acknowledged entries, so that the kill falls among writes; ten seconds at most. */
async function untilBusy(desk: Desk, count: number): Promise<void> {
  const enough = desk.acknowledged.length + count
  const endsAt = Date.now() + 10_000
  while (desk.acknowledged.length < enough && Date.now() < endsAt) await pause(1)
}

async function killWhileStarting(folder: string, afterMs: number): Promise<void> {
  const child = await spawnStation(folder)
  const gone = once(child, 'exit')
  await pause(afterMs)
  child.kill('SIGKILL')
  await gone
}

/** Milliseconds from the start of the process to its first answer. */
async function restart(desk: Desk, folder: string): Promise<number> {
  const startedAt = performance.now()
  desk.station = await startStationProcess(folder)
  const { status } = await fetch(`${desk.station.url}/api/admin.house`, { headers: { cookie: desk.cookie } })
  if (status !== 200) desk.wrong.push(`the first answer after a restart was ${status}`)
  return Math.round(performance.now() - startedAt)
}

/** What the station wrote of defects, newest last. */
function complaintsOf(folder: string): string[] {
  const logs = join(folder, 'logs')
  const lines = readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'))
  return lines.filter((line) => line.includes('"level":"error"')).slice(-5)
}

/** The command an administrator would run says the same. */
async function checkAuditCommand(folder: string, wrong: string[]): Promise<void> {
  const command = await bundleOf('verify-audit')
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, '--data', folder], { encoding: 'utf8' })
  if (status !== 0) wrong.push(`verify-audit ended with ${status}: ${stdout}${stderr}`.slice(0, 400))
}
