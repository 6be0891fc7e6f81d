import { useEffect, useState } from 'react'
import { papers } from '../../shared/forms/papers.ts'
import { useAddressHere } from '../app/use-address.ts'
import { FormSheet } from '../kit/FormGrid/FormSheet.tsx'
import { pageRule, paperGround } from '../kit/FormGrid/print-document.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { readPrintPath, type SheetWish } from './print-path.ts'
import look from './PrintSheetPage.module.css'
import { useSheet } from './use-sheet.ts'

/** `#/print/sheets/F11?ticket=ID&paper=241x140&mode=half`: the paper alone, black on white, on pages of its exact size. */
export function PrintSheetPage() {
  const wish = readPrintPath(useAddressHere())
  return wish ? <Paper wish={wish} /> : null
}

const plainPaper = `:root { color-scheme: light } html, body, #root { background: ${paperGround}; height: auto; overflow: visible }`

function Paper({ wish }: { wish: SheetWish }) {
  const { query, sheet } = useSheet(wish, true)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const rules = new CSSStyleSheet()
    rules.replaceSync(`${pageRule(papers[wish.paper])} ${plainPaper}`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules)
    }
  }, [wish.paper])
  useEffect(() => {
    if (!sheet) return
    let isGone = false
    // The sheet is drawn by now, so the fonts it needs are being loaded; they are there when this answers.
    void document.fonts.ready.then(() => !isGone && setReady(true))
    return () => {
      isGone = true
    }
  }, [sheet])
  return (
    <main
      className={wish.enlarged === 1 ? look.plain : undefined}
      {...(sheet && isReady ? { 'data-paper-ready': '' } : {})}
    >
      {sheet ? <FormSheet sheet={sheet} target="print" /> : query.error ? <ProblemNote error={query.error} /> : null}
    </main>
  )
}
