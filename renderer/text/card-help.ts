import type { CardStatus } from '../api.ts'

/** What a clerk can do about a broken link that the program cannot mend by itself. */
export interface CardHelp {
  readonly title: string
  /** In the order in which they are tried. */
  readonly steps: readonly string[]
  /** What the program does meanwhile. */
  readonly meanwhile: string
}

const followed = '处理好之后会自动识别，不需要重开程序。'

const helps: Partial<Record<CardStatus['state'], CardHelp>> = {
  noService: {
    title: '启动读卡服务',
    steps: [
      'Windows：按 Win+R 运行 services.msc，把“Smart Card”（智能卡）服务设为自动并启动。',
      'Linux：安装软件包 pcscd，然后由管理员运行 systemctl enable --now pcscd.socket。',
      'macOS：系统自带，重新插拔读卡器；仍不行时重新启动电脑。',
    ],
    meanwhile: followed,
  },
  noReader: {
    title: '没有找到读卡器',
    steps: [
      '拔下读卡器（或密码钥匙），换一个 USB 口插入，尽量不用集线器。',
      '看读卡器的灯：不亮是没有电，换一根线或换一台读卡器。',
      '在“设备管理器”里看“智能卡读卡器”：有黄色叹号时，安装读卡器厂商的驱动程序。',
      '通过远程桌面使用时，须在连接选项里勾选“智能卡”。',
    ],
    meanwhile: followed,
  },
  unknownCard: {
    title: '读卡器里的不是操作员卡',
    steps: [
      '拔出这张卡，插入电子口岸的操作员卡。本程序只问过它一句“是不是操作员卡”，没有向它发送密码。',
      '确实是操作员卡时：看芯片一面是否朝上、是否插到底，用橡皮擦净触点。',
      '仍不行：可能是本程序还不认识的卡型。在“设置—站点”里把读卡方式换成“电子口岸客户端控件”，并把卡的型号告诉技术支持。',
    ],
    meanwhile: '其他读卡器里的操作员卡不受影响。',
  },
  mute: {
    title: '卡没有应答',
    steps: [
      '拔出卡，等几秒，再插到底。',
      '看芯片一面是否朝上，用橡皮擦净触点。',
      '换一台读卡器；还是不行时，请到电子口岸制卡点检查这张卡。',
    ],
    meanwhile: '密码没有再次发送，剩余次数没有减少。其他读卡器里的卡照常可用。',
  },
  blocked: {
    title: '怎样解锁',
    steps: [
      '带上卡和本人身份证件，到所在地电子口岸数据分中心的制卡点办理解锁。',
      '或由本单位的法人卡持卡人登录电子口岸网站（卡介质管理）解锁操作员卡。',
      '解锁后卡密码会恢复成出厂的 88888888，请在签名页用“修改卡密码…”马上改掉。',
    ],
    meanwhile: '本程序不能解锁，也不会再向这张卡发送密码。报关单都在，可以换一张卡签。',
  },
}

const control: CardHelp = {
  title: '启动电子口岸控件',
  steps: [
    '在开始菜单里打开“电子口岸客户端控件”（系统托盘里应有它的图标）。',
    '没有装过：从“单一窗口”登录页下载并安装客户端控件，再重新启动电脑。',
    '装过仍连不上：检查杀毒软件是否拦截了本机 61232 端口，或有别的程序占用了它。',
  ],
  meanwhile: followed,
}

/** Help for the state of the line; the way by which cards are reached decides where it differs. */
export function cardHelp({ state, backend }: Pick<CardStatus, 'state' | 'backend'>): CardHelp | undefined {
  return state === 'noService' && backend === 'eport' ? control : helps[state]
}
