import { expect } from '@playwright/test'
import { test } from './office.ts'
import { addMember, firstRun, go, newEntry, signIn } from './steps.ts'

test('two seats: what one saves the other shows within a second; a ring answered by one leaves the other', async ({
  office,
}) => {
  const { page } = office
  await firstRun(page, 'empty')
  await addMember(page, { login: 'zhoumin', name: '周敏', role: 'operator', extension: '801' })
  await addMember(page, { login: 'liuxuemei', name: '刘雪梅', role: 'supervisor' })
  const operator = await office.secondSeat()
  await signIn(operator, 'zhoumin')
  // In the desktop its own window is the other seat: one in process, one over the network.
  const supervisor = office.kind === 'desktop' ? page : await office.secondSeat()
  if (supervisor !== page) await signIn(supervisor, 'liuxuemei')
  await go(supervisor, '#/tickets')

  await newEntry(operator)
  await operator.getByLabel('单位名称').fill('鲁小灶面馆')
  await operator.getByLabel('联系电话').fill('13706415528')
  await operator.getByLabel('产品类型').fill('单头低汤灶')
  await operator.getByLabel('购买日期').fill('2025-03-18')
  await operator.getByLabel('故障现象').fill('炉头不着')
  await operator.getByLabel('单位地址').fill('济南市市中区经十一路38号')
  await operator.getByRole('radio', { name: '停伙' }).click()
  await operator.keyboard.press('F9')
  await expect(operator.getByText(/GD\d{8}-0001/).first()).toBeVisible()
  await expect(supervisor.getByText('鲁小灶面馆').first()).toBeVisible({ timeout: 1_000 })

  const ring = { callId: 'two-1', from: '13706415528', to: '4000008003' }
  await office.hook({ event: 'ring', ...ring })
  await expect(operator.getByText('137 0641 5528').first()).toBeVisible({ timeout: 2_000 })
  await expect(supervisor.getByText('137 0641 5528').first()).toBeVisible({ timeout: 2_000 })

  await office.hook({ event: 'answer', ...ring, to: '801' })
  await expect(supervisor.getByText('137 0641 5528')).toHaveCount(0, { timeout: 2_000 })
  await expect(operator.getByText('137 0641 5528').first()).toBeVisible()
})
