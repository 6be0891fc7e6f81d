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

/** An entity whose rows change through the record door (`records.ts`) and nowhere else. */
export class RecordSchema<Row extends { id: string }> extends EntitySchema<Row> {
  readonly journal: JournalRule<Row>

  constructor({ journal, ...options }: EntitySchemaOptions<Row> & { tableName: string; journal: JournalRule<Row> }) {
    super(options)
    this.journal = journal
  }

  /** `customers.phone`: the table's name, told apart from its feature. */
  get kind(): string {
    return (this.options.tableName ?? '').replace('_', '.')
  }
}
