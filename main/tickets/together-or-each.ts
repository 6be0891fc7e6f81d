/** Work for some of many: all at once, and where that fails each by itself, so that one that cannot holds up nothing. `failed` hears of those. */
export async function togetherOrEach(
  ids: readonly string[],
  work: (some: readonly string[]) => Promise<unknown>,
  failed: (id: string, error: unknown) => void,
): Promise<void> {
  try {
    await work(ids)
  } catch {
    for (const id of ids) await work([id]).catch((error: unknown) => failed(id, error))
  }
}
