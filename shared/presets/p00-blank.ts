import { ask, askIfKnown } from './questions.ts'
import { channel, tradeGroup } from './shared-parts.ts'
import { trade } from './trade.ts'

/** 都不像，从空白开始: what no desk can do without, all of it the house's; the rest is the firm's to fill in. */
export const blank = trade({
  id: 'P00',
  name: ['从空白开始', '從空白開始', 'Start blank'],
  hint: ['只有登记离不开的几样', '只有登記離不開的幾樣', 'Only what no desk can do without'],
  group: tradeGroup,
  guessWords: [],
  register: [
    ask('customerName', 'customer', 'house', ['请问怎么称呼您？', '請問怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('symptom', 'request', 'house', ['有什么要我们办的？', '有什麼需要我們處理的？', 'What can we do for you?']),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
  ],
  channels: [channel.phone],
  find: ['问清：什么事、急不急', '問清：什麼事、急不急', 'Ask: what it is, urgent or not'],
  repeat: ['复述：办什么、谁办、什么时候', '複述：辦什麼、誰辦、什麼時候', 'Repeat: what, who, when'],
  faults: {},
  productTypes: {},
  forms: ['F01'],
})
