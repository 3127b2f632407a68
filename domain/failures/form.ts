import type { FailureTexts } from './index.ts'

/** Failures of this area: one row a code. */
export const formFailures = {
  'form.tooManyLines': {
    what: '没有增加商品项',
    why: '一票报关单最多 {most} 项，这样会有 {wanted} 项',
    todo: '请分成两票申报，或减少要粘贴的行',
  },
  'form.unsaved': {
    what: '还有内容没有保存，没有离开这票报关单',
    why: '最近一次保存没有成功',
    todo: '录入的内容都在屏幕上。请按红色提示处理后重试；确实不要了可以选择“放弃并离开”',
  },
  'form.notReady': {
    what: '还不能完成制单',
    why: '有 {count} 处红色错误',
    todo: '请按 F8 逐个处理，全部消除后再按 F9',
  },
  'form.notPicture': {
    what: '没有添加唛头图片',
    why: '“{name}”不是 PNG、JPEG、GIF 或 BMP 图片',
    todo: '请选择图片文件，或把唛头直接录入“标记唛码”',
  },
  'form.pictureTooLarge': {
    what: '没有添加唛头图片',
    why: '“{name}”超过 {limit} MB',
    todo: '请缩小图片后再添加',
  },
} as const satisfies Record<string, FailureTexts>
