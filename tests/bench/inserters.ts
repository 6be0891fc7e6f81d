import type Sqlite from 'better-sqlite3-multiple-ciphers'

/** One prepared INSERT a table of the archive; values in the order of the columns named here. */
export function inserters(db: Sqlite.Database) {
  const into = (tableName: string, columns: string[]) => {
    const names = columns.map((column) => `"${column}"`).join(', ')
    const statement = db.prepare(`INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
    return (...values: unknown[]) => statement.run(...values)
  }
  return {
    member: into(
      'admin_member',
      'id login loginKey name workNumber role status extension phone region passwordHash createdAt updatedAt version'.split(
        ' ',
      ),
    ),
    customer: into(
      'customers_customer',
      'id seq number name nameKey pinyin initials category address addressNote invoiceAddress region bestTime note source createdAt createdBy updatedAt lastContactAt version'.split(
        ' ',
      ),
    ),
    person: into('customers_person', 'id customerId name pinyin initials title note leftOn position'.split(' ')),
    phone: into(
      'customers_phone',
      'id customerId personId number reversed extension raw kind note isPrimary position pickedAt usedAt'.split(' '),
    ),
    text: into('customers_text', ['rowid', 'body']),
    told: into('tickets_ticket_text', ['rowid', 'body']),
    toldLink: into('tickets_ticket_text_link', ['seq', 'id']),
    product: into(
      'products_product',
      'id customerId name model serialNo serialKey serialReversed purchasedOn acceptedOn dealer invoiceNo proof note createdAt updatedAt version'.split(
        ' ',
      ),
    ),
    ticket: into(
      'tickets_ticket',
      'id number sheetNumber intakeId state createdAt receivedAt channel operatorId customerId personId productId customerName contactName phone address region category productName model serialNo purchasedOn symptom fault level handling presetId technicianId visitFromAt visitToAt chaseCount nextDueAt nextClock alarmedDueAt pausedReason closedAt version'.split(
        ' ',
      ),
    ),
    dispatch: into(
      'tickets_dispatch',
      'id number ticketId state technicianId dispatcherId dispatchedAt visitFromAt visitToAt cause measure parts within3h rescheduleReason consent fedBackAt handBackReason customerId'.split(
        ' ',
      ),
    ),
    result: into(
      'tickets_result',
      'id ticketId servicePersonId serviceOn arrivedAt finishedAt result outcome parts chargeCents receipt opinion satisfaction recordedAt memberId version customerId'.split(
        ' ',
      ),
    ),
    call: into(
      'intake_call',
      'id externalId direction state number raw toRaw line region startedAt ringAt answeredAt hungUpAt extension memberId outcome note customerId ticketId registeredAt settledAt settledBy tries'.split(
        ' ',
      ),
    ),
  }
}
