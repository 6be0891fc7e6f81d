import { WhatIsEnteredKnowsItsPlace } from './20261128-entered.ts'
import { ToldStepsAreWithdrawn } from './20261128-withdrawn.ts'
import { CasesKnowTheirRepair } from './20261127-again.ts'
import type { MigrationInterface } from 'typeorm'
import { AuditHasEightChains } from './20261127-chains.ts'
import { CustomersSayHowTheyCame } from './20261127-lead-source.ts'
import { CallsAreRegisteredOnce } from './20261127-calls.ts'
import { FirstHouse } from './20261121-house.ts'
import { FirstArchive } from './20261121-archive.ts'
import { FirstService } from './20261121-service.ts'
import { SaferAccounts } from './20261122-accounts.ts'
import { AuditIsSearched } from './20261122-audit.ts'
import { FilesKnowTheirUse } from './20261122-files.ts'
import { RecordsAreJournaled } from './20261127-journal.ts'
import { CasesTellMoreOfTheirChannel } from './20261127-channel-note.ts'
import { FoundInOrder } from './20261127-found.ts'
import { CasesHaveNotes } from './20261127-notes.ts'
import { CasesHaveKinds } from './20261127-kinds.ts'
import { ExportsAreRows } from './20261127-exports.ts'
import { ListsKeepTheirViews } from './20261127-lists.ts'
import { PoliciesAreRows } from './20261127-policies.ts'
import { FilesKnowTheirSubjects } from './20261127-file-links.ts'
import { CasesSayWhyTheyEnd } from './20261127-reasons.ts'
import { AccountsKnowTheirRows } from './20261127-scopes.ts'
import { Preparations } from './20261122-preparations.ts'
import { FeaturesKnowMembers } from './20261127-views.ts'
import { SpellingKnowsUmlauts } from './20261127-spelling.ts'
import { TasksAreRows } from './20261127-tasks.ts'
import { TicketsSayWhereTheyBelong } from './20261127-brief.ts'
import { StepsKnowTheirCustomer } from './20261122-timeline.ts'
import { ClocksOfAnySubject } from './20261127-clocks.ts'
import { LinesKnowEachOther } from './20261127-joined.ts'
import { CalendarChangesAreKept } from './20261127-calendar.ts'
import { SeatsFindTheirCustomers } from './20261127-leads.ts'
import { LimitsCountDays } from './20261127-days.ts'
import { LimitsKnowTheirWeek } from './20261127-weeks.ts'
import { LimitsTellWhetherTheyAreKept } from './20261127-kept-limits.ts'
import { ArchiveNumbersAreFound } from './20261127-archived.ts'
import { JournalKnowsItsEnd } from './20261127-order.ts'
import { PoliciesBringNumbers } from './20261127-schemes.ts'
import { ArchiveIsSorted } from './20261128-archive-lists.ts'
import { CasesHaveMoments } from './20261128-moments.ts'
import { CustomersAreErased } from './20261128-erased.ts'
import { PrimaryPhonesStandFirst } from './20261128-first-phone.ts'
import { PoliciesBringWaits } from './20261128-limits.ts'
import { AttemptsKnowTheirCase } from './20261128-attempts.ts'
import { SendingsAreRemembered } from './20261128-sent.ts'
import { FilesAreHeldByEach } from './20261128-holdings.ts'
import { CasesAreFoundByWords } from './20261128-texts.ts'
import { NumbersStandAsTheyCount } from './20261128-number-order.ts'
import { WithdrawalsHaveReasons } from './20261128-withdrawals.ts'

/** Every migration in the order it was released. Additive only; a released one never changes. */
export const migrations: (new () => MigrationInterface)[] = [
  FirstHouse,
  FirstArchive,
  FirstService,
  SaferAccounts,
  StepsKnowTheirCustomer,
  FilesKnowTheirUse,
  AuditIsSearched,
  Preparations,
  FeaturesKnowMembers,
  SpellingKnowsUmlauts,
  TasksAreRows,
  TicketsSayWhereTheyBelong,
  PoliciesAreRows,
  RecordsAreJournaled,
  AccountsKnowTheirRows,
  FilesKnowTheirSubjects,
  ClocksOfAnySubject,
  CasesHaveKinds,
  CallsAreRegisteredOnce,
  AuditHasEightChains,
  LinesKnowEachOther,
  SeatsFindTheirCustomers,
  CustomersSayHowTheyCame,
  CalendarChangesAreKept,
  LimitsTellWhetherTheyAreKept,
  ListsKeepTheirViews,
  ExportsAreRows,
  CasesTellMoreOfTheirChannel,
  FoundInOrder,
  LimitsKnowTheirWeek,
  LimitsCountDays,
  CasesHaveNotes,
  CasesKnowTheirRepair,
  JournalKnowsItsEnd,
  ArchiveNumbersAreFound,
  CasesSayWhyTheyEnd,
  PoliciesBringNumbers,
  PoliciesBringWaits,
  ArchiveIsSorted,
  WithdrawalsHaveReasons,
  CasesHaveMoments,
  CustomersAreErased,
  PrimaryPhonesStandFirst,
  SendingsAreRemembered,
  AttemptsKnowTheirCase,
  FilesAreHeldByEach,
  CasesAreFoundByWords,
  NumbersStandAsTheyCount,
  ToldStepsAreWithdrawn,
  WhatIsEnteredKnowsItsPlace,
]
