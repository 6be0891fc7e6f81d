import { pageHeaders, pagesOf } from '../hosts/pages.ts'

/** Answers with the built pages of `folder` (it may lie in an asar), and with nothing outside of it. */
export function createPages(folder: string): (request: Request) => Promise<Response> {
  const pages = pagesOf(folder)
  return async function page(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const { pathname } = new URL(request.url)
    try {
      return (await pages(pathname)) ?? refusal(404)
    } catch {
      return refusal(400) // an address that is none, such as %E0
    }
  }
}

/** An empty answer that says no. */
export function refusal(status: 400 | 403 | 404 | 405): Response {
  return new Response(null, { status, headers: pageHeaders })
}
