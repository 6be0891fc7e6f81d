import { TriesEntity } from './admin/entities.ts'
import { IncidentEntity } from './api/entities.ts'
import { CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity } from './customers/entities.ts'
import { FileHolderEntity, StoredFileEntity } from './files/entities.ts'
import {
  AuditEntity,
  AuditHeadEntity,
  CounterEntity,
  MemberEntity,
  SessionEntity,
  SettingEntity,
} from './house/entities.ts'
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
  ...[TriesEntity],
  ...[IncidentEntity],
  ...[CustomerEntity, ImportRunEntity, PersonEntity, PhoneEntity],
  ...[FileHolderEntity, StoredFileEntity],
  ...[AuditEntity, AuditHeadEntity, CounterEntity, MemberEntity, SessionEntity, SettingEntity],
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
