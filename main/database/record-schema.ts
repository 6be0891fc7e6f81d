import { EntitySchema, type EntitySchemaOptions } from 'typeorm'

/** How the journal meets a record. */
export interface JournalRule<Row> {
  /**
   * Column with the person (客户) whose values the record holds: they are sealed under that person's key. `root`: the one of the record it is a
   * part of. Null: the house.
   */
  subject: (keyof Row & string) | 'root' | null
  /** Column with the id of the record that carries the version: its own id, or that of the record it is a part of. */
  root: keyof Row & string
  /** Columns that follow from others or count by themselves; they come back with a removed record and are no change of their own. */
  follows?: readonly (keyof Row & string)[]
  /** Columns that are kept and taken back but about which nobody quarrels: the place in a list, the instant of the change. */
  quiet?: readonly (keyof Row & string)[]
}

/** Which texts of a record are found by any two neighbouring characters of theirs (`search/record-texts.ts`). */
export interface TextRule<Row> {
  /** No two begin with the same letter. */
  columns: readonly (keyof Row & string)[]
  /** Column with the instant the record came: together with the id an index has it. */
  since: keyof Row & string
}

/** An entity whose rows change through the record door (`records.ts`) and nowhere else. */
export class RecordSchema<Row extends { id: string }> extends EntitySchema<Row> {
  readonly journal: JournalRule<Row>
  readonly texts: TextRule<Row> | null

  constructor({
    journal,
    texts = null,
    ...options
  }: EntitySchemaOptions<Row> & { tableName: string; journal: JournalRule<Row>; texts?: TextRule<Row> | null }) {
    super(options)
    this.journal = journal
    this.texts = texts
  }

  /** `customers.phone`: the table's name, told apart from its feature. */
  get kind(): string {
    return (this.options.tableName ?? '').replace('_', '.')
  }
}
