import type { Choice } from '../fields/form/placement.ts'

/** A counter where a contact is known. */
export interface BranchContact {
  readonly address?: string
  readonly phones?: readonly string[]
  readonly hours?: string
  readonly note?: string
  readonly source: string
  /** Day or month of the source. */
  readonly asOf: string
}

/** A branch of the 电子口岸 data centre. */
export interface Branch {
  /** Customs district of the same seat: the code in our data. */
  readonly code: string
  readonly name: string
  /** Seat, and the places for which it works, as clerks search them. */
  readonly places: string
  /** First digits of the divisions that it serves; two or four. */
  readonly divisions: readonly string[]
  /** Absent where no public source gives one. */
  readonly contact?: BranchContact
}

/** The official way to every branch. Sources: the notice (2018), guides of the card centres (hotline). */
export const officialDirectory = {
  site: 'www.chinaport.gov.cn',
  hotline: '010-95198',
  asOf: '2024-08',
} as const

const row = (
  code: string,
  seat: string,
  places: string,
  divisions: readonly string[],
  contact?: BranchContact,
): Branch => ({
  code,
  name: `中国电子口岸数据中心${seat}分中心`,
  places: `${seat} ${places}`,
  divisions,
  ...(contact === undefined ? {} : { contact }),
})

/**
 * The seats are those of the customs districts (code table 关区, 2018-06): the joint notice 2023 No. 164 speaks of branches
 * in each place. Which place a branch serves follows the customs districts; medium confidence.
 */
export const branches: readonly Branch[] = [
  row('0100', '北京', '北京市', ['11']),
  row('0200', '天津', '天津市', ['12']),
  row('0400', '石家庄', '河北省', ['13']),
  row('0500', '太原', '山西省', ['14']),
  row('0600', '满洲里', '内蒙古东部 呼伦贝尔 兴安盟', ['1507', '1522']),
  row('0700', '呼和浩特', '内蒙古自治区', ['15']),
  row('0800', '沈阳', '辽宁省', ['21']),
  row('0900', '大连', '辽宁省 大连市', ['2102']),
  row('1500', '长春', '吉林省', ['22']),
  row('1900', '哈尔滨', '黑龙江省', ['23']),
  row('2200', '上海', '上海市', ['31']),
  row('2300', '南京', '江苏省', ['32'], {
    note: '苏州市吴江区另有吴江制卡网点，可邮寄或柜台自取',
    source: '吴江制卡网点新入网企业指南（公开网页）',
    asOf: '2022',
  }),
  row('2900', '杭州', '浙江省', ['33']),
  row('3100', '宁波', '浙江省 宁波市', ['3302']),
  row('3300', '合肥', '安徽省', ['34']),
  row('3500', '福州', '福建省', ['35']),
  row('3700', '厦门', '福建省 厦门市', ['3502']),
  row('4000', '南昌', '江西省', ['36'], {
    address: '江西省南昌市西湖区朝阳洲街道沿江中大道100号南昌海关南附楼电子口岸制卡部',
    phones: ['0791-86307434', '0791-86307435'],
    hours: '周一至周五 8:30-12:00，14:00-17:00',
    source: '南昌分中心业务服务指引（公开网页）',
    asOf: '2022-09',
  }),
  row('4200', '青岛', '山东省 青岛市', ['3702']),
  row('4300', '济南', '山东省', ['37']),
  row('4600', '郑州', '河南省', ['41'], {
    address: '郑州海关金水东路办公区电子口岸业务窗口',
    note: '新入网可全程网上办理后邮寄；银行合作制卡点须先电话预约',
    source: '郑州分中心窗口业务指引（公开网页）',
    asOf: '2024-08',
  }),
  row('4700', '武汉', '湖北省', ['42']),
  row('4900', '长沙', '湖南省', ['43']),
  row('5100', '广州', '广东省', ['44']),
  row('5200', '黄埔', '广东省 东莞市', ['4419']),
  row('5300', '深圳', '广东省 深圳市 惠州市', ['4403', '4413']),
  row('5700', '拱北', '广东省 珠海市 中山市', ['4404', '4420']),
  row('6000', '汕头', '广东省 汕头市 潮州市 揭阳市 汕尾市 梅州市', ['4405', '4451', '4452', '4415', '4414']),
  row('6400', '海口', '海南省', ['46']),
  row('6700', '湛江', '广东省 湛江市 茂名市', ['4408', '4409']),
  row('6800', '江门', '广东省 江门市 阳江市', ['4407', '4417']),
  row('7200', '南宁', '广西壮族自治区', ['45']),
  row('7900', '成都', '四川省', ['51']),
  row('8000', '重庆', '重庆市', ['50']),
  row('8300', '贵阳', '贵州省', ['52']),
  row('8600', '昆明', '云南省', ['53']),
  row('8800', '拉萨', '西藏自治区', ['54']),
  row('9000', '西安', '陕西省', ['61']),
  row('9400', '乌鲁木齐', '新疆维吾尔自治区', ['65']),
  row('9500', '兰州', '甘肃省', ['62']),
  row('9600', '银川', '宁夏回族自治区', ['64'], {
    note: '变更、解锁、延期、新增、补办、注销均到银川分中心制卡点办理',
    source: '银川分中心业务流程（公开网页）',
    asOf: '2022-09',
  }),
  row('9700', '西宁', '青海省', ['63']),
]

/** The branches as a list to choose from. */
export const branchChoices: readonly Choice[] = branches.map(({ code, name }) => ({ code, name }))

/** The branches whose name, seat or places hold every word of a text; all for an empty text. */
export function searchBranches(text: string): readonly Branch[] {
  const words = text.trim().split(/\s+/)
  return branches.filter(({ name, places, code }) => words.every((word) => `${code} ${name} ${places}`.includes(word)))
}

/** The branch for a division of six digits: the one that names the most of its digits. */
export function branchOfDivision(division: string): Branch | undefined {
  const fits = branches.flatMap((branch) =>
    branch.divisions.filter((start) => division.startsWith(start)).map((start) => ({ branch, length: start.length })),
  )
  return fits.sort((a, b) => b.length - a.length)[0]?.branch
}
