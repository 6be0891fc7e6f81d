import type { MigrationInterface, QueryRunner } from 'typeorm'

const statements = [
  `CREATE TABLE "admin_audit" (
    "seq" bigint NOT NULL,
    "at" text NOT NULL,
    "memberId" text,
    "action" text NOT NULL,
    "subject" text NOT NULL,
    "details" text NOT NULL,
    "hash" text NOT NULL,
    CONSTRAINT "admin_audit_pk" PRIMARY KEY ("seq")
  )`,
  'CREATE INDEX "admin_audit_subject" ON "admin_audit" ("subject", "seq")',
  `CREATE TABLE "admin_audit_head" (
    "name" text NOT NULL,
    "seq" bigint NOT NULL,
    "hash" text NOT NULL,
    CONSTRAINT "admin_audit_head_pk" PRIMARY KEY ("name")
  )`,
  `CREATE TABLE "admin_counter" (
    "name" text NOT NULL,
    "value" bigint NOT NULL,
    CONSTRAINT "admin_counter_pk" PRIMARY KEY ("name")
  )`,
  `CREATE TABLE "admin_incident" (
    "id" text NOT NULL,
    "at" text NOT NULL,
    "memberId" text,
    "procedure" text NOT NULL,
    "summary" text NOT NULL,
    "seen" boolean NOT NULL,
    CONSTRAINT "admin_incident_pk" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "admin_member" (
    "id" text NOT NULL,
    "login" text NOT NULL,
    "loginKey" text NOT NULL,
    "name" text NOT NULL,
    "workNumber" text NOT NULL,
    "role" text NOT NULL,
    "status" text NOT NULL,
    "extension" text NOT NULL,
    "phone" text NOT NULL,
    "region" text NOT NULL,
    "passwordHash" text NOT NULL,
    "createdAt" text NOT NULL,
    "updatedAt" text NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "admin_member_pk" PRIMARY KEY ("id")
  )`,
  'CREATE UNIQUE INDEX "admin_member_login" ON "admin_member" ("loginKey")',
  'CREATE INDEX "admin_member_extension" ON "admin_member" ("extension")',
  `CREATE TABLE "admin_session" (
    "tokenHash" text NOT NULL,
    "memberId" text NOT NULL,
    "startedAt" text NOT NULL,
    "seenAt" text NOT NULL,
    "endsAt" text NOT NULL,
    "endedAt" text,
    "device" text NOT NULL,
    CONSTRAINT "admin_session_pk" PRIMARY KEY ("tokenHash")
  )`,
  'CREATE INDEX "admin_session_member" ON "admin_session" ("memberId")',
  `CREATE TABLE "admin_setting" (
    "name" text NOT NULL,
    "value" text NOT NULL,
    "changedAt" text NOT NULL,
    "changedBy" text,
    CONSTRAINT "admin_setting_pk" PRIMARY KEY ("name")
  )`,
  `CREATE TABLE "scheduler_job" (
    "name" text NOT NULL,
    "dueAt" text NOT NULL,
    "claimedBy" text,
    "claimedUntil" text,
    "lastRunAt" text,
    "lastFailure" text,
    "runs" bigint NOT NULL,
    CONSTRAINT "scheduler_job_pk" PRIMARY KEY ("name")
  )`,
  'CREATE INDEX "scheduler_job_due" ON "scheduler_job" ("dueAt")',
  `CREATE TABLE "files_file" (
    "hash" text NOT NULL,
    "name" text NOT NULL,
    "mime" text NOT NULL,
    "size" bigint NOT NULL,
    "storedAt" text NOT NULL,
    "memberId" text,
    CONSTRAINT "files_file_pk" PRIMARY KEY ("hash")
  )`,
]

/** Accounts, sessions, audit chain, counters, jobs and files. */
export class FirstHouse implements MigrationInterface {
  name = 'FirstHouse1795238400001'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
