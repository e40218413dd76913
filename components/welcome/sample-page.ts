/** A page such as a company's mirror of a portal shows it: menus and banners around an article full of inserted pinyin. */

export interface SamplePage {
  /** BCP 47. */
  language: string;
  title: string;
  banner: string;
  menu: string[];
  aside: { title: string; items: string[] };
  /** Where the article stands on the site. */
  trail: string;
  headline: string;
  dateline: string;
  paragraphs: string[];
  signature: string;
  footer: string[];
}

export const SAMPLE_PAGE: SamplePage = {
  language: 'zh-Hant',
  title: '揚(yáng)州拓普電氣科技有限公司',
  banner: '揚(yáng)州拓普電氣科技有限公司',
  menu: ['網(wǎng)站首頁', '公司簡介', '產(chǎn)品展示', '新聞資訊', '人才招聘', '聯(lián)系我們'],
  aside: {
    title: '產(chǎn)品分類',
    items: ['高壓開關(guān)柜', '低壓配電柜', '箱式變電站', '電力變壓器', '電纜橋架'],
  },
  trail: '您現(xiàn)在的位置：首頁 > 新聞資訊',
  headline: '陳鍇竑調(diào)研文昌商圈建設(shè)工作',
  dateline: '發(fā)布日期：2012-05-18 來源：揚(yáng)州.廣陵區(qū)',
  paragraphs: [
    '2012年5月17日上午,廣陵區(qū)區(qū)委書記陳鍇竑率隊專題調(diào)研文昌商圈建設(shè)工作,并召開文昌商圈黨建工作調(diào)研座談會。趙長松、居益芬、徐德林等區(qū)領(lǐng)導(dǎo)陪同調(diào)研。',
    '陳鍇竑一行首先來到文昌商圈先鋒驛站,詳細(xì)了解該驛站黨員綜合服務(wù)平臺的服務(wù)內(nèi)容及相關(guān)運(yùn)行情況,隨后來到珍園,實(shí)地察看了珍園樓宇黨支部的文昌商圈樓宇黨建展示區(qū),并參觀了黨員創(chuàng)業(yè)示范點(diǎn)艾米電影吧和高樂雅咖啡屋,與商戶負(fù)責(zé)人親切交談,了解其運(yùn)營情況,并提出相關(guān)建議。參觀結(jié)束后,陳鍇竑召開了文昌商圈黨建工作調(diào)研座談會,聽取了汶河街道、東關(guān)街道、揚(yáng)州金鷹國際、萬家福商城、社區(qū)及黨員義工代表關(guān)于各自開展和參與商圈黨建工作的情況的匯報。',
    '針對當(dāng)前文昌商圈黨建工作的開展情況,陳鍇竑指出,文昌商圈黨委自成立以來,做了大量扎實(shí)而富有成效的工作,開展了豐富多彩的主題活動,工作思路也在不斷創(chuàng)新,為商圈和諧繁榮發(fā)揮了重要作用,尤其是文昌商圈黨員義工隊更是給群眾辦了不少實(shí)事,產(chǎn)生了較好的社會影響,進(jìn)一步加強(qiáng)了黨員與群眾的緊密聯(lián)系,擦亮了文昌商圈黨組織名片,叫響了文昌商圈黨建品牌。',
  ],
  signature: '信息整理:揚(yáng)州拓普電氣科技有限公司 信息來源:揚(yáng)州.廣陵區(qū)',
  footer: [
    '設(shè)為首頁 | 加入收藏 | 聯(lián)系我們',
    '揚(yáng)州拓普電氣科技有限公司版權(quán)所有 Copyright © 2010-2021',
  ],
};
