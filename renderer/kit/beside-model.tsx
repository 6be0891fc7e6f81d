import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '../../shared/kit/words.ts'
import { typeOfModel } from '../../shared/presets/offered.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { KeyButton } from './KeyButton.tsx'

/**
 * What stands beside a model that is one of another product type: whose it is, and the way to clear it. It stays until somebody does: which of the
 * two is right, who looks at the machine knows.
 */
export function besideModel(
  policy: Pick<Policy, 'productTypes'> | undefined,
  productName: string,
  model: string,
  onClear: () => void,
): ReactNode {
  const type = policy ? typeOfModel(policy, productName, model) : null
  return type ? <OtherModel type={type.text} onClear={onClear} /> : undefined
}

function OtherModel({ type, onClear }: { type: Text; onClear: () => void }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <span role="status">{t('kit.field.otherModel', { type: type[i18n.language as Language] })}</span>{' '}
      <KeyButton isSmall look="quiet" onClick={onClear}>
        {t('kit.field.clearModel')}
      </KeyButton>
    </>
  )
}
