import { pinyin } from 'pinyin-pro'

/** Syllables of a name parted by spaces, as the shipped tables have them (`build/codes/convert.mjs`). */
export const syllables = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'spaced', v: true })
    .map((part) =>
      part
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[^a-z0-9]/g, ''),
    )
    .filter((part) => part !== '')
    .join(' ')
