import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../kit/ErrorNote.tsx'

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'

/** Six letters to find a defect of the page again in its console. */
const newIncident = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => letters[byte % letters.length]).join('')

/** Keeps a defect inside the page where it happened: rail, strip and call go on. Give it a `key` that changes with the page. */
export class ScreenGuard extends Component<{ children: ReactNode }, { incident: string | null }> {
  override state: { incident: string | null } = { incident: null }

  static getDerivedStateFromError() {
    return { incident: newIncident() }
  }

  override componentDidCatch(error: unknown) {
    console.error(`incident ${this.state.incident}`, error)
  }

  override render() {
    const { incident } = this.state
    if (incident === null) return this.props.children
    return <BrokenScreen incident={incident} onRetry={() => this.setState({ incident: null })} />
  }
}

function BrokenScreen({ incident, onRetry }: { incident: string; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div style={{ padding: '0.75rem 0.875rem' }}>
      <ErrorNote
        what={t('kit.error.screen.what')}
        safe={t('kit.error.screen.safe')}
        todo={t('kit.error.screen.todo')}
        incident={incident}
        onRetry={onRetry}
      />
    </div>
  )
}
