import { expect, it } from 'vitest'
import { fillDisk, fullAfterMs, mountSmallDisk } from './full-disk.ts'

const disk = mountSmallDisk()
const isLong = process.env.GENDAN_FULL_DISK === 'all'

it.skipIf(disk === null)(
  'keeps or refuses by name while a real disk is full, and goes on when there is room (needs the right to mount a small disk)',
  async () => {
    try {
      const report = await fillDisk(disk!.folder, isLong ? fullAfterMs : fullAfterMs.slice(0, 2))
      expect(report.wrong).toEqual([])
      expect(report.refused).toBeGreaterThan(report.tried)
      expect(report.acknowledged).toBeGreaterThan(report.tried * 3)
    } finally {
      disk!.unmount()
    }
  },
  180_000,
)
