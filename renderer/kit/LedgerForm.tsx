import { IconAlertOctagon } from '@tabler/icons-react'
import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import { focusNextField, LedgerFieldContext, settleField } from './ledger-field.ts'
import look from './LedgerForm.module.css'

interface LedgerFormProps {
  /** What the form is, translated. */
  label: string
  children: ReactNode
  /** Enter on the last field. */
  onEnd?: () => void
  ref?: Ref<HTMLDivElement>
}

/** A form built like its paper: blocks with a vertical head, rows, tinted label cells. Enter goes to the next field. */
export function LedgerForm({ label, children, onEnd, ref }: LedgerFormProps) {
  const latestEnd = useRef(onEnd)
  useEffect(() => {
    latestEnd.current = onEnd
  })
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const target = event.target as HTMLElement
    if (target instanceof HTMLButtonElement && target.getAttribute('role') !== 'radio') return
    if (target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    if (focusNextField(event.currentTarget, target)) return
    settleField(target)
    latestEnd.current?.()
  }
  return (
    <div ref={ref} role="form" aria-label={label} className={look.form} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}

/** A block of rows under one vertical head: 谁, 产品, 故障. */
export function LedgerBlock({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={head} className={look.block}>
      <div className={look.head} aria-hidden>
        {head}
      </div>
      <div className={look.rows}>{children}</div>
    </div>
  )
}

interface LedgerRowProps {
  children: ReactNode
  /** Widths of the cells as CSS grid columns; equal cells need none. */
  columns?: string
  /** Number of form rows it is high, for long text. */
  rows?: number
}

/** One line of the form with one or more cells. */
export function LedgerRow({ children, columns, rows = 1 }: LedgerRowProps) {
  return (
    <div
      className={look.row}
      style={{
        ['--columns' as string]: columns ?? 'repeat(auto-fit, minmax(0, 1fr))',
        ...(rows > 1 ? { minHeight: `calc(var(--gd-form-row) * ${rows})` } : {}),
      }}
    >
      {children}
    </div>
  )
}

interface LedgerCellProps {
  /** Translated; absent = the value takes the whole cell (the sentence of 承诺). */
  label?: string
  /** A field (`LedgerInput`, `ChoiceChips`, Mantine `variant="unstyled"` with `useLedgerInput()`) or text. */
  children: ReactNode
  /** Where the value is from, dim at the far end: 来电号码, 发票已核. */
  source?: ReactNode
  isRequired?: boolean
  /** It is required and still empty: `focusFirstGap` leads here. */
  isGap?: boolean
  /** Translated; stands in the cell. */
  error?: string
  isReadOnly?: boolean
}

/** Tinted label, value, source; the cell draws border, focus and error. */
export function LedgerCell(props: LedgerCellProps) {
  const { label, children, source, isRequired = false, isGap = false, error, isReadOnly = false } = props
  const { t } = useTranslation()
  const id = useId()
  const errorId = `${id}-error`
  const sourceId = `${id}-source`
  const describedBy = [error ? errorId : '', source ? sourceId : ''].filter(Boolean).join(' ') || undefined
  const field = useMemo(
    () => ({ id, labelId: `${id}-label`, describedBy, isRequired, isInvalid: error !== undefined }),
    [id, describedBy, isRequired, error],
  )
  const valueLook = [look.value, error ? look.invalid : '', isReadOnly ? look.readOnly : ''].filter(Boolean).join(' ')
  return (
    <div
      className={label ? look.cell : `${look.cell} ${look.noLabel}`}
      {...(isGap || error ? { 'data-ledger-gap': '' } : {})}
    >
      {label ? (
        <label id={field.labelId} htmlFor={id} className={look.label}>
          {label}
          {isRequired ? (
            <span className={look.star} title={t('kit.field.required')} aria-hidden>
              *
            </span>
          ) : null}
        </label>
      ) : null}
      <div className={valueLook}>
        <LedgerFieldContext value={field}>
          <div className={look.content}>{children}</div>
        </LedgerFieldContext>
        {source ? (
          <span id={sourceId} className={look.source}>
            {source}
          </span>
        ) : null}
        {error ? (
          <span id={errorId} className={look.error} role="alert">
            <Icon of={IconAlertOctagon} size={14} />
            {error}
          </span>
        ) : null}
      </div>
    </div>
  )
}
