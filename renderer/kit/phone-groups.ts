const star = '[\\d*]'
const patterns = [
  `^(?:\\+?86)?(1${star}{2})(${star}{4})(${star}{4})$`,
  `^([48]00)(${star}{3})(${star}{4})$`,
  `^(010|02\\d|0\\d{3})(${star}{3,4})(${star}{4})$`,
  `^(09${star}{2})(${star}{3})(${star}{3})$`,
  `^(${star}{4})(${star}{4})$`,
].map((pattern) => new RegExp(pattern))

/**
 * A number in the groups people say (138 1234 5678, 0531 8797 3316, 400 800 1234) and its extension, if it has one.
 * A masked number keeps its stars. What is no phone number comes back as it came.
 */
export function groupPhone(number: string): { main: string; extension?: string } {
  const [written = '', extension] = number.split(/[转轉#,;x]/i).map((part) => part.trim())
  const digits = written.replace(/[\s()-]/g, '')
  const groups = patterns.map((pattern) => pattern.exec(digits)).find((match) => match !== null)
  return { main: groups ? groups.slice(1).join(' ') : written, ...(extension ? { extension } : {}) }
}
