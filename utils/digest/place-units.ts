/** The units by which the name of a place ends (村, 街道, 河, 公园), what kind of place they make, and what stands before. */
import type { PlaceKind } from './digest';

export interface PlaceUnit {
  unit: string;
  kind: PlaceKind;
  /** Characters the name has before the unit, at least and at most. */
  least: number;
  most: number;
}

const units = (kind: PlaceKind, least: number, most: number, names: string): PlaceUnit[] =>
  names.split(' ').map((unit) => ({ unit, kind, least, most }));

/** Longer units first, so that 街道 is not read as 道. */
export const PLACE_UNITS: readonly PlaceUnit[] = [
  ...units('township', 2, 6, '街道 镇 乡 苏木'),
  ...units('county', 2, 8, '自治县 县 区 旗'),
  ...units('prefecture', 2, 9, '自治州 市'),
  ...units('province', 2, 6, '自治区 省'),
  ...units('village', 2, 8, '社区 行政村 新村 村 屯'),
  ...units('street', 2, 6, '大街 大道 路 街 巷 胡同 高速公路 公路 国道'),
  ...units('water', 1, 6, '河 江 湖 溪 海峡 水道 运河 干渠 河口 支流'),
  ...units('landform', 1, 6, '山脉 山 岭 岛 群岛 半岛 高原 平原 盆地 草原 沙漠 峡谷'),
  ...units(
    'venue',
    2,
    12,
    '公园 湿地公园 森林公园 植物园 动物园 科技园 产业园 创业园 工业园 物流园 工业园区 产业园区 开发区 园区 果园 茶园 校区 营区 景区 风景区 度假区 保护区 示范区 博物馆 纪念馆 图书馆 文化馆 美术馆 体育馆 展览馆 规划馆 科技馆 档案馆 陈列馆 会展中心 活动中心 服务中心 文化中心 行政中心 会议中心 体育中心 艺术中心 展览中心 中心 广场 大厦 大楼 剧院 剧场 影院 礼堂 会堂 体育场 足球场 机场 火车站 高铁站 车站 客运站 泵站 排灌站 水电站 变电站 服务站 工作站 驿站 换热站 码头 港口 水库 大桥 隧道 纪念碑 陵园 古城 古镇 古村 遗址 故居 旧址 古墓 石林 商圈 商城 商场 市场 超市 酒店 宾馆 饭店 餐厅 民宿 咖啡屋 电影吧 书店 小区 花园 家园 嘉园 花苑 公寓 小学 中学 大学 学校 学院 幼儿园 校园 医院 卫生院 敬老院 福利院 养老院 老年公寓 基地 农场 林场 牧场 合作社 工地 煤矿 电厂 水厂 污水处理厂 工厂 厂区 车间 政府总部',
  ),
  ...units('venue', 1, 12, '园 寺 庙 宫 塔 祠 桥 港'),
].sort((a, b) => b.unit.length - a.unit.length);

/** Units of places that are part of other words too often to name a place by themselves: the tagger weighs them. */
export const WEAK_UNITS: readonly PlaceUnit[] = [
  ...units('village', 1, 6, '里 庄 屯 寨 堡 坝 沟 坪 湾 坳 坑 寮 围 邨 苑 组 部落 聚落 嘎查 洼 墟'),
  ...units(
    'street',
    1,
    8,
    '道 弄 里弄 段 前地 圆形地 斜巷 围 高速 国道 省道 县道 快速路 交流道 立交 步道 古道 栈道 绿道',
  ),
  ...units('water', 1, 6, '圳 渠 大排 排水 沟渠 泉 瀑布 塘 荡 洋 海 水闸 闸门 涌 溪口'),
  ...units('landform', 1, 6, '峰 坡 洞 岬 洲 礁 海滩 沙滩 半岛 林区 坑道 尖'),
  ...units(
    'venue',
    1,
    12,
    '站 站点 口岸 码头 国小 国中 高中 中心小学 书院 学堂 会馆 展示馆 文物馆 科学馆 文学馆 特色馆 体验馆 展厅 大厅 会客厅 会议室 礼堂 报告厅 停车场 抽水站 加油站 充电站 服务区 运动场 游乐场 球场 赛马场 综合楼 教学楼 办公楼 配楼 大院 四合院 别墅 庄园 大屋 牌坊 修院 圣堂 教堂 清真寺 天后宫 观景台 观景平台 瞭望台 城 影视城 服装城 汽车城 建材城 科技城 度假村 漂流 营地 孵化器 综合体 大厦 巨蛋 坊 楼 堂 阁 亭 院 馆 府 厅 园区 枢纽 机场 港区 电站 牌楼 客栈 农庄 茶庄 山庄 酒庄 商行 食堂 饭堂 作坊 大棚 鱼塘 坝 坟场 墓园 屋苑 屋邨 街市',
  ),
].sort((a, b) => b.unit.length - a.unit.length);

/** What people do to a place: the names behind these words are places to stand in. */
export const VISIT_VERBS =
  '来到|走访|走访了|参观|参观了|察看|察看了|查看|查看了|前往|深入|走进|赴|到|抵达|视察|视察了|考察|考察了|调研|检查|检查了|看望|位于|途经|走到|去到|在|到达';
