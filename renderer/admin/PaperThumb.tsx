import { useTranslation } from 'react-i18next'
import { type FormId, forms } from '../../shared/forms/catalog.ts'
import { layoutForm } from '../../shared/forms/fill.ts'
import type { Form, PaperId } from '../../shared/forms/grammar.ts'
import type { Language } from '../../shared/kit/words.ts'
import { FormSheet } from '../kit/FormGrid/FormSheet.tsx'
import look from './first-run.module.css'

/** The height of a stamp at the plain size, as `--stamp` in the style file, and a millimetre of FormSheet on screen. */
const stampPx = 56
const screenPxOfMm = 4.2

interface PaperThumbProps {
  formId: FormId
  /** Translated. */
  name: string
  companyName: string
}

/** A paper form the size of a stamp, blank, over its name: the form itself, drawn small. */
export function PaperThumb({ formId, name, companyName }: PaperThumbProps) {
  const { i18n } = useTranslation()
  const form: Form = forms[formId]
  const paper = Object.keys(form.layouts)[0] as PaperId
  const sheet = layoutForm(form, paper, null, 'blank', {
    language: i18n.language as Language,
    timeZone: 'UTC',
    company: { name: companyName, branch: '', hotline: '' },
    printedAt: '2000-01-01T00:00:00.000Z',
    printedBy: '',
    time: 1,
  })
  const [first] = sheet.pages
  if (!first) return null
  return (
    <figure className={look.paper}>
      <div
        className={look.stamp}
        style={{ aspectRatio: `${sheet.paper.widthMm} / ${sheet.paper.heightMm}` }}
        aria-hidden
        inert
      >
        <div style={{ zoom: stampPx / (sheet.paper.heightMm * screenPxOfMm) }}>
          <FormSheet sheet={{ ...sheet, pages: [first] }} target="screen" />
        </div>
      </div>
      <figcaption>{name}</figcaption>
    </figure>
  )
}
