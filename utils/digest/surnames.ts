/** Which characters begin a Chinese name, and how much that alone says. */
import surnames from './lexica/surnames.json';
import { normalise } from './normalise';

/** The most frequent surnames (about nine in ten people); the others count only beside strong evidence. */
const COMMON =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岑柯牟滕谷舒卜成饶宁凌盛查冉鲍华包屈房喻解蒲卫简时连车项闵邬吉阳司费蒙席晏隋古强穆姬宫米麦谌车柏瞿闫鄢佘窦缪畅应宗丛沙楼桂艾卓蔺池敖麻巩褚娄封仇晋鞠冷景嵇银井付钦单肖栗荆佟逯郜邸仝冀茹粟';

export interface Surnames {
  common: ReadonlySet<string>;
  single: ReadonlySet<string>;
  compound: ReadonlySet<string>;
}

let loaded: Surnames | null = null;

/** Surnames in normalised form, read at the first call. `single` includes `common`. */
export function knownSurnames(): Surnames {
  loaded ??= read();
  return loaded;
}

function read(): Surnames {
  const common = new Set(normalise(COMMON));
  return {
    common,
    single: new Set([...common, ...normalise(surnames.single)]),
    compound: new Set(normalise(surnames.compound).split(' ')),
  };
}

/** Length of the surname that begins at `start` (0, 1 or 2). */
export function surnameLengthAt(text: string, start: number): number {
  const { single, compound } = knownSurnames();
  if (compound.has(text.slice(start, start + 2))) return 2;
  return single.has(text.charAt(start)) ? 1 : 0;
}
