import type { FailureTexts } from './index.ts'

/** Failures of backups, export and import of all data: one row a code. */
export const keepingFailures = {
  'keeping.noBackup': {
    what: '没有找到这份备份',
    why: '它已被清理，或不在备份文件夹里',
    todo: '请刷新备份列表后再选',
  },
  'keeping.badBackup': {
    what: '没有恢复：这份备份不能用',
    why: '{detail}',
    todo: '数据没有被改动。请选另一份备份',
  },
  'keeping.restored': {
    what: '已恢复到 {at} 的备份',
    why: '之后录入和修改的内容不在这份备份里；恢复前的数据已原样保留',
    todo: '请核对最近的几票。已申报的报关单会先向口岸查询，不会重复申报；要找回恢复前的数据，请联系技术支持',
  },
  'keeping.notArchive': {
    what: '没有导入：这不是本程序导出的数据文件',
    why: '{detail}',
    todo: '数据没有被改动。请选用“导出全部数据”得到的 zip 文件；若它是拷贝来的，请重新拷贝',
  },
  'keeping.damaged': {
    what: '没有导入：文件已损坏或被改过',
    why: '{detail}',
    todo: '数据没有被改动。请重新拷贝，或在原来的电脑上重新导出',
  },
  'keeping.newer': {
    what: '没有导入：文件来自更新版本的程序',
    why: '文件的版本是 {found}，本程序只认识到 {known}',
    todo: '数据没有被改动。请安装最新版本的程序再导入',
  },
  'keeping.otherKind': {
    what: '没有导入：演练数据和真实数据不能混在一起',
    why: '文件里是{found}的数据，现在用的是{current}',
    todo: '数据没有被改动。请先在“设置”里切换站点，再导入',
  },
  'keeping.tooLarge': {
    what: '没有导出：数据太大',
    why: '数据有 {size} MB，一个文件最多 {limit} MB',
    todo: '请联系技术支持，用备份文件夹里的备份来搬家',
  },
  'keeping.expired': {
    what: '没有导入：刚才检查过的文件已不在手边',
    why: '程序重新打开过，或又检查了别的文件',
    todo: '请重新选择文件',
  },
} as const satisfies Record<string, FailureTexts>
