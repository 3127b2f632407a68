import { choiceTable } from '../ui/code-lookups.ts'

/** Answers of 特殊关系确认 and its sisters (PromiseItmes); 9, not asked, is shown as an empty field. */
export const answers = choiceTable('确认', [
  { code: '1', name: '是', initials: 's', pinyin: 'shi' },
  { code: '0', name: '否', initials: 'f', pinyin: 'fou' },
  { code: '9', name: '不填', initials: 'bt', pinyin: 'butian' },
])
