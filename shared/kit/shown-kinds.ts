/**
 * Where a seat shows what changed: kind of row (`<feature>.<thing>`) → the questions whose answers hold it, or a whole feature. An empty list
 * is noise that no seat shows. A kind that stands nowhere is shown by its whole feature.
 */
export type ShownKinds = Readonly<Record<string, readonly string[]>>
