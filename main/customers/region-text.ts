export const regionText = (_number: string): string => ''
