/** What a customer says of a product, and how it ended. `fault` is a code of the stove trade. */
export interface Symptom {
  fault: string
  symptom: string
  result: string
  parts: string
}

const told = (fault: string, symptom: string, result: string, parts = ''): Symptom => ({
  ...{ fault, symptom, result, parts },
})

const oneBurner: readonly Symptom[] = [
  told('noIgnition', '打火有火星，主火点不着', '更换点火针，清理喷嘴，试火正常', '点火针'),
  told('weakFlame', '火比上周小一半，开饭前烧不开水', '风机风轮积油，清洗后火力恢复'),
  told('goesOut', '点着十来秒自己灭', '更换热电偶，熄火保护恢复', '热电偶'),
  told('backfire', '关火时啪一声，灶里往外返火', '调风门，更换炉头，回火消除', '炉头'),
]

const twoBurners: readonly Symptom[] = [
  told('noIgnition', '左眼点不着火，右眼正常，火种有', '更换点火针，清理喷嘴，试火正常', '点火针'),
  told('yellowFlame', '右眼火发黄，锅底熏黑', '清风门积灰，调空气比，火焰恢复蓝色'),
  told('goesOut', '左眼点着十来秒自己灭', '更换热电偶，熄火保护恢复', '热电偶'),
  told('weakFlame', '两眼一起开火就小', '减压阀出口压力低，更换减压阀', '减压阀'),
]

const steamer: readonly Symptom[] = [
  told('noSteam', '上汽慢，四十分钟饭还不熟', '清水垢，更换浮球阀', '浮球阀'),
  told('waterLeak', '水箱补水不停，往外溢', '更换浮球阀，水位正常', '浮球阀'),
  told('waterLeak', '门边往外冒汽滴水', '更换门封条，关门严实', '门封条'),
]

const induction: readonly Symptom[] = [
  told('noPower', '开机没反应，电源灯不亮', '更换电源板，插座接地重做', '电源板'),
  told('fan', '风机不转，炒两锅就过热停机', '更换散热风机，试机一小时正常', '散热风机'),
  told('noise', '一开大档就嗡嗡响', '线盘松动，重新固定'),
]

const ofProduct: Readonly<Record<string, readonly Symptom[]>> = {
  大锅灶: oneBurner,
  双眼大锅灶: twoBurners,
  矮汤炉: oneBurner,
  蒸饭车: steamer,
  双头炒灶: twoBurners,
  电磁炒炉: induction,
  煲仔炉: oneBurner,
}

/** Something that can happen to a product of the sample, one after the other; throws RangeError for a product it does not sell. */
export function symptomOf(product: string, nth: number): Symptom {
  const symptoms = ofProduct[product]
  if (symptoms === undefined) throw new RangeError(`no symptoms of ${product}`)
  return symptoms[nth % symptoms.length]!
}
