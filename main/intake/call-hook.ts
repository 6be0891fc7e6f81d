import type { Services } from '../api/context.ts'

export async function handleCallHook(services: Services, request: Request): Promise<Response> {
  return new Response(null, { status: services.hookToken && request ? 501 : 404 })
}
