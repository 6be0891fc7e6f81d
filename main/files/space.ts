import { statfs } from 'node:fs/promises'
import { Failure } from '../../shared/kit/failure.ts'
import { hasRoomFor, type Space, spaceState } from '../../shared/kit/space.ts'
import type { Services } from '../api/context.ts'

/** Room on the disk of the station's folder; endless where the system does not say. */
export async function readSpace({ folder }: Pick<Services, 'folder'>): Promise<Space> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder)
    return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize }
  } catch {
    return { freeBytes: Infinity, sizeBytes: Infinity }
  }
}

/** Refuses something large before the disk is full, so that what is left stays for calls. `bytes`: what it will take at most. */
export async function refuseWithoutRoom(services: Services, bytes: number): Promise<void> {
  const space = await readSpace(services)
  if (!hasRoomFor(space, bytes))
    throw new Failure('busy', 'admin.failure.spaceLow', { megabytes: Math.floor(space.freeBytes / 1024 / 1024) })
}

const seen = new WeakMap<Services, string>()

/** Tells every seat at once when the room becomes low, is enough again, or shrinks by another ten megabytes. Looked at once a second. */
export async function watchSpace(services: Services): Promise<void> {
  const space = await readSpace(services)
  const state = spaceState(space)
  const now = state === 'wide' ? state : `${state} ${Math.floor(space.freeBytes / 1024 / 1024 / 10)}`
  const before = seen.get(services) ?? 'wide'
  if (before === now) return
  seen.set(services, now)
  services.changes.deliver([{ kind: 'admin.space', id: '*', urgent: true }])
  if (state !== 'wide') services.log.warn('space.low', { state, freeBytes: space.freeBytes })
  else services.log.info('space.wide', { freeBytes: space.freeBytes })
}
