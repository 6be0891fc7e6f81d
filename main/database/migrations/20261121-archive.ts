import type { MigrationInterface, QueryRunner } from 'typeorm'
import { createTextIndex } from '../search/text-index.ts'

const statements = [
  `CREATE TABLE "customers_customer" (
    "id" text NOT NULL,
    "seq" integer NOT NULL,
    "number" text NOT NULL,
    "name" text NOT NULL,
    "nameKey" text NOT NULL,
    "pinyin" text NOT NULL,
    "initials" text NOT NULL,
    "category" text NOT NULL,
    "address" text NOT NULL,
    "addressNote" text NOT NULL,
    "invoiceAddress" text NOT NULL,
    "region" text NOT NULL,
    "bestTime" text NOT NULL,
    "note" text NOT NULL,
    "source" text NOT NULL,
    "createdAt" text NOT NULL,
    "createdBy" text,
    "updatedAt" text NOT NULL,
    "lastContactAt" text,
    "version" integer NOT NULL,
    CONSTRAINT "customers_customer_pk" PRIMARY KEY ("id")
  )`,
  'CREATE UNIQUE INDEX "customers_customer_seq" ON "customers_customer" ("seq")',
  'CREATE UNIQUE INDEX "customers_customer_number" ON "customers_customer" ("number")',
  'CREATE INDEX "customers_customer_name" ON "customers_customer" ("nameKey")',
  'CREATE INDEX "customers_customer_pinyin" ON "customers_customer" ("pinyin")',
  'CREATE INDEX "customers_customer_initials" ON "customers_customer" ("initials")',
  'CREATE INDEX "customers_customer_updated" ON "customers_customer" ("updatedAt", "id")',
  `CREATE TABLE "customers_person" (
    "id" text NOT NULL,
    "customerId" text NOT NULL,
    "name" text NOT NULL,
    "pinyin" text NOT NULL,
    "initials" text NOT NULL,
    "title" text NOT NULL,
    "note" text NOT NULL,
    "leftOn" text,
    "position" integer NOT NULL,
    CONSTRAINT "customers_person_pk" PRIMARY KEY ("id"),
    CONSTRAINT "customers_person_customer" FOREIGN KEY ("customerId") REFERENCES "customers_customer" ("id")
  )`,
  'CREATE INDEX "customers_person_of" ON "customers_person" ("customerId")',
  'CREATE INDEX "customers_person_pinyin" ON "customers_person" ("pinyin")',
  'CREATE INDEX "customers_person_initials" ON "customers_person" ("initials")',
  `CREATE TABLE "customers_phone" (
    "id" text NOT NULL,
    "customerId" text NOT NULL,
    "personId" text,
    "number" text NOT NULL,
    "reversed" text NOT NULL,
    "extension" text NOT NULL,
    "raw" text NOT NULL,
    "kind" text NOT NULL,
    "note" text NOT NULL,
    "isPrimary" boolean NOT NULL,
    "position" integer NOT NULL,
    "pickedAt" text,
    "usedAt" text,
    CONSTRAINT "customers_phone_pk" PRIMARY KEY ("id"),
    CONSTRAINT "customers_phone_customer" FOREIGN KEY ("customerId") REFERENCES "customers_customer" ("id")
  )`,
  'CREATE INDEX "customers_phone_of" ON "customers_phone" ("customerId")',
  'CREATE INDEX "customers_phone_number" ON "customers_phone" ("number")',
  'CREATE INDEX "customers_phone_reversed" ON "customers_phone" ("reversed")',
  `CREATE TABLE "customers_import" (
    "id" text NOT NULL,
    "kind" text NOT NULL,
    "fileName" text NOT NULL,
    "fileHash" text NOT NULL,
    "startedAt" text NOT NULL,
    "finishedAt" text NOT NULL,
    "memberId" text,
    "summary" text NOT NULL,
    "reportHash" text,
    CONSTRAINT "customers_import_pk" PRIMARY KEY ("id")
  )`,
  'CREATE INDEX "customers_import_started" ON "customers_import" ("startedAt")',
  `CREATE TABLE "products_product" (
    "id" text NOT NULL,
    "customerId" text NOT NULL,
    "name" text NOT NULL,
    "model" text NOT NULL,
    "serialNo" text NOT NULL,
    "serialKey" text NOT NULL,
    "serialReversed" text NOT NULL,
    "purchasedOn" text,
    "acceptedOn" text,
    "dealer" text NOT NULL,
    "invoiceNo" text NOT NULL,
    "proof" text NOT NULL,
    "note" text NOT NULL,
    "createdAt" text NOT NULL,
    "updatedAt" text NOT NULL,
    "version" integer NOT NULL,
    CONSTRAINT "products_product_pk" PRIMARY KEY ("id"),
    CONSTRAINT "products_product_customer" FOREIGN KEY ("customerId") REFERENCES "customers_customer" ("id")
  )`,
  'CREATE INDEX "products_product_of" ON "products_product" ("customerId")',
  'CREATE INDEX "products_product_serial" ON "products_product" ("serialKey")',
  'CREATE INDEX "products_product_serial_tail" ON "products_product" ("serialReversed")',
]

/** Customers, people, phones, products, imports and the text index. */
export class FirstArchive implements MigrationInterface {
  name = 'FirstArchive1795238400002'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement)
    await createTextIndex(runner, { name: 'customers_text', columns: ['names', 'address'] })
  }

  async down(): Promise<void> {
    throw new Error('the schema only grows')
  }
}
