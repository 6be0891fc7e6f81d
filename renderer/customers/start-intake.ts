/** Where the customer waits whom the next intake is about. The intake screen takes it and removes it. */
const handoverUnder = 'gendan.intakeCustomer'

/** 登记来电: hands the customer over; then go to `/intake`. */
export function handOverToIntake(customerId: string): void {
  sessionStorage.setItem(handoverUnder, customerId)
}

/** The customer an intake was started for, once; null when there is none. */
export function takeHandover(): string | null {
  const customerId = sessionStorage.getItem(handoverUnder)
  sessionStorage.removeItem(handoverUnder)
  return customerId
}
