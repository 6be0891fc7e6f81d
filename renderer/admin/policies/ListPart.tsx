import { IconArchive, IconArchiveOff, IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../kit/IconButton.tsx'
import { KeyButton } from '../../kit/KeyButton.tsx'
import { LedgerBlock, LedgerCell, LedgerRow } from '../../kit/LedgerForm.tsx'
import look from './policy.module.css'

interface ListPartProps<Item> {
  head: string
  items: readonly Item[]
  /** What a line is called for who cannot see it. */
  nameOf: (item: Item) => string
  onChange: (items: Item[]) => void
  /** Cells of a line; `change` puts another in its place. */
  children: (item: Item, change: (part: Partial<Item>) => void) => ReactNode
  /** The last cell of a line has a row of its own: a sentence needs the width. */
  isLastWide?: boolean
  /** A fresh line; absent: none can be added. */
  make?: (() => Item) | undefined
  /** Fewer than these may not remain. */
  least?: number
  /** Lines that were published are not taken out but retired, and brought back: the line the other way round; null for one that may go. */
  retire?: (item: Item) => Item | null
  isRetired?: (item: Item) => boolean
}

/** Any list of the policies: lines in their order, moved, taken out and added. */
export function ListPart<Item>({
  head,
  items,
  nameOf,
  onChange,
  children,
  make,
  least = 0,
  isLastWide = false,
  ...rest
}: ListPartProps<Item>) {
  const { retire = () => null, isRetired = () => false } = rest
  const { t } = useTranslation()
  const lastCells = useRef<HTMLDivElement>(null)
  const add = (item: Item) => {
    flushSync(() => onChange([...items, item]))
    // What is typed next names the new line.
    const name = lastCells.current?.querySelector('input')
    name?.focus()
    name?.select()
  }
  const swap = (at: number, by: number) => {
    const next = [...items]
    const [moved] = next.splice(at, 1)
    next.splice(at + by, 0, moved!)
    onChange(next)
  }
  return (
    <LedgerBlock head={head}>
      {items.map((item, at) => (
        <LedgerRow key={at} columns="minmax(0, 1fr) auto">
          <div
            className={isLastWide ? look.wideCells : look.cells}
            ref={at === items.length - 1 ? lastCells : undefined}
          >
            {children(item, (part) => onChange(items.map((each, nth) => (nth === at ? { ...each, ...part } : each))))}
          </div>
          <div className={look.signs}>
            {at > 0 ? (
              <IconButton
                icon={IconArrowUp}
                label={t('admin.policy.up', { name: nameOf(item) })}
                onClick={() => swap(at, -1)}
              />
            ) : null}
            {at < items.length - 1 ? (
              <IconButton
                icon={IconArrowDown}
                label={t('admin.policy.down', { name: nameOf(item) })}
                onClick={() => swap(at, 1)}
              />
            ) : null}
            <Away
              name={nameOf(item)}
              other={retire(item)}
              isRetired={isRetired(item)}
              isLast={items.filter((each) => !isRetired(each)).length <= least}
              onChange={(other) =>
                onChange(items.flatMap((each, nth) => (nth !== at ? [each] : other === null ? [] : [other])))
              }
            />
          </div>
        </LedgerRow>
      ))}
      {make ? (
        <LedgerRow>
          <LedgerCell>
            <KeyButton isSmall icon={IconPlus} onClick={() => add(make())}>
              {t('admin.policy.add')}
            </KeyButton>
          </LedgerCell>
        </LedgerRow>
      ) : null}
    </LedgerBlock>
  )
}

interface AwayProps<Item> {
  name: string
  /** Null: the line may go. */
  other: Item | null
  isRetired: boolean
  isLast: boolean
  onChange: (other: Item | null) => void
}

/** 停用, 恢复 or 去掉: what there is to do with a line that is no longer wanted. */
function Away<Item>({ name, other, isRetired, isLast, onChange }: AwayProps<Item>) {
  const { t } = useTranslation()
  if (isRetired)
    return (
      <>
        <span className={look.dim}>{t('admin.policy.retired')}</span>
        <IconButton
          icon={IconArchiveOff}
          label={t('admin.policy.bringBack', { name })}
          onClick={() => onChange(other)}
        />
      </>
    )
  if (isLast) return null
  return other === null ? (
    <IconButton icon={IconX} label={t('admin.policy.remove', { name })} onClick={() => onChange(null)} />
  ) : (
    <IconButton icon={IconArchive} label={t('admin.policy.retire', { name })} onClick={() => onChange(other)} />
  )
}
