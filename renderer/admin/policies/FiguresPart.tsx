import { useTranslation } from 'react-i18next'
import { houseVisits } from '../../../shared/presets/house-visits.ts'
import type { Policy } from '../../../shared/presets/schema.ts'
import { LedgerBlock, LedgerRow } from '../../kit/LedgerForm.tsx'
import { NumberCell, TextCell } from './TextCell.tsx'
import { WarrantyBlock } from './WarrantyBlock.tsx'

interface FiguresPartProps {
  policy: Policy
  /** A layer over the company: the trade keeps its name. */
  isLayer: boolean
  onChange: (part: Partial<Policy>) => void
}

/** 联系、接听、保修: single figures of the trade, and what it is called. A figure that is emptied keeps its last value where it must have one. */
export function FiguresPart({ policy, isLayer, onChange }: FiguresPartProps) {
  const { t } = useTranslation()
  const { contact, calls, promise } = policy
  // A draft kept from before they were figures of the policies has none.
  const visits = { ...houseVisits, ...policy.visits }
  const kept = <Value,>(value: number | null, make: (value: number) => Value) => (value ? make(value) : undefined)
  const put = (part: Partial<Policy> | undefined) => part && onChange(part)
  return (
    <>
      {isLayer ? null : (
        <LedgerBlock head={t('admin.company.trade')}>
          <LedgerRow>
            <TextCell label={t('admin.policy.trade')} text={policy.name} onChange={(name) => onChange({ name })} />
          </LedgerRow>
        </LedgerBlock>
      )}
      <LedgerBlock head={t('admin.policy.part.figures')}>
        <LedgerRow>
          <NumberCell
            label={t('admin.policy.attempts')}
            value={contact.attempts}
            onChange={(value) => put(kept(value, (attempts) => ({ contact: { ...contact, attempts, rule: 'house' } })))}
          />
          <NumberCell
            label={t('admin.policy.gap')}
            value={contact.gapMinutes}
            onChange={(value) =>
              put(kept(value, (gapMinutes) => ({ contact: { ...contact, gapMinutes, rule: 'house' } })))
            }
          />
        </LedgerRow>
        <LedgerRow>
          <NumberCell
            label={t('admin.policy.promise')}
            value={promise?.withinMinutes ?? null}
            onChange={(value) => onChange({ promise: value ? { withinMinutes: value, rule: 'house' } : null })}
          />
        </LedgerRow>
        <LedgerRow>
          <NumberCell
            label={t('admin.policy.answer')}
            value={calls.answerSeconds}
            onChange={(value) =>
              put(kept(value, (answerSeconds) => ({ calls: { ...calls, answerSeconds, rule: 'house' } })))
            }
          />
          <NumberCell
            label={t('admin.policy.ring')}
            value={calls.ringMinutes}
            onChange={(value) =>
              put(kept(value, (ringMinutes) => ({ calls: { ...calls, ringMinutes, rule: 'house' } })))
            }
          />
        </LedgerRow>
        <LedgerRow>
          <NumberCell
            label={t('admin.policy.talk')}
            value={calls.talkMinutes}
            onChange={(value) =>
              put(kept(value, (talkMinutes) => ({ calls: { ...calls, talkMinutes, rule: 'house' } })))
            }
          />
        </LedgerRow>
        {isLayer ? null : (
          <>
            <LedgerRow>
              <NumberCell
                label={t('admin.policy.usual')}
                value={visits.usualMinutes}
                onChange={(value) =>
                  put(kept(value, (usualMinutes) => ({ visits: { ...visits, usualMinutes, rule: 'house' } })))
                }
              />
              <NumberCell
                label={t('admin.policy.lead')}
                value={visits.leadMinutes}
                onChange={(value) =>
                  put(kept(value, (leadMinutes) => ({ visits: { ...visits, leadMinutes, rule: 'house' } })))
                }
              />
            </LedgerRow>
            <LedgerRow>
              <NumberCell
                label={t('admin.policy.soon')}
                value={visits.soonMinutes}
                onChange={(value) =>
                  put(kept(value, (soonMinutes) => ({ visits: { ...visits, soonMinutes, rule: 'house' } })))
                }
              />
            </LedgerRow>
          </>
        )}
      </LedgerBlock>
      <WarrantyBlock warranty={policy.warranty} onChange={(warranty) => onChange({ warranty })} />
    </>
  )
}
