import { useState } from 'react'
import { KeyButton } from '../kit/KeyButton.tsx'

/** A step that is not taken back asks in place: pressed once it says what follows, pressed again it does it. Texts are translated. */
export function SureButton({ text, sure, onSure }: { text: string; sure: string; onSure: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const press = () => {
    if (isAsking) onSure()
    setAsking(!isAsking)
  }
  return (
    <KeyButton isSmall onClick={press} onBlur={() => setAsking(false)}>
      {isAsking ? sure : text}
    </KeyButton>
  )
}
