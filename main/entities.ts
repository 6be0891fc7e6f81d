import {
  AuditEntity,
  AuditHeadEntity,
  CounterEntity,
  IncidentEntity,
  MemberEntity,
  SessionEntity,
  SettingEntity,
  TriesEntity,
} from './admin/entities.ts'
import { CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity } from './customers/entities.ts'
import { FileHolderEntity, StoredFileEntity } from './files/entities.ts'
import { CallEntity, CallEventEntity, IntakeEntity } from './intake/entities.ts'
import { ProductEntity } from './products/entities.ts'
import { JobEntity } from './scheduler/entities.ts'
import { PrintingEntity } from './sheets/entities.ts'
import {
  AttemptEntity,
  ChaseEntity,
  ClockEntryEntity,
  DispatchEntity,
  LedgerEntity,
  MismatchEntity,
  ResultEntity,
  TicketEntity,
} from './tickets/entities.ts'

/** Every table of the house. Sorted by feature. */
export const entities = [
  ...[
    AuditEntity,
    AuditHeadEntity,
    CounterEntity,
    IncidentEntity,
    MemberEntity,
    SessionEntity,
    SettingEntity,
    TriesEntity,
  ],
  ...[CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity],
  ...[FileHolderEntity, StoredFileEntity],
  ...[CallEntity, CallEventEntity, IntakeEntity],
  ...[ProductEntity],
  ...[JobEntity],
  ...[PrintingEntity],
  ...[
    AttemptEntity,
    ChaseEntity,
    ClockEntryEntity,
    DispatchEntity,
    LedgerEntity,
    MismatchEntity,
    ResultEntity,
    TicketEntity,
  ],
]
