/** A picture built into the program: its data URL. */
declare module '*.png?inline' {
  const dataUrl: string
  export = dataUrl
}
