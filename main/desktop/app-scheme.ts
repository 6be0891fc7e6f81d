import { protocol } from 'electron'
import { seatOrigin } from './channels.ts'
import { belongsToStation } from './forward.ts'
import { refusal } from './seat-pages.ts'

type Answer = (request: Request) => Promise<Response>

/** Makes `app://seat` an origin like any other (storage, streams, fetch). Once, and before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Answers everything on `app://seat`: what belongs to the station by `forward`, the rest from the built pages. */
export function serveAppScheme(forward: Answer, pages: Answer): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'seat') return refusal(404)
    if (isForeign(request)) return refusal(403)
    return belongsToStation(url.pathname) ? forward(request) : pages(request)
  })
}

/** Asked by another origin than our own. Electron before 36 does not say; there only our pages exist anyway. */
function isForeign(request: Request & { initiatorOrigin?: string | null }): boolean {
  const { initiatorOrigin } = request
  return initiatorOrigin !== undefined && initiatorOrigin !== seatOrigin
}
