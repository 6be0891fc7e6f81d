/** Commands that may wait at a seat until the station answers: creates with an id of the seat's own, so sending one twice stores it once. */
export const ticketsCommands = ['chase', 'contact', 'mismatch', 'moment', 'note', 'recordResult'] as const
