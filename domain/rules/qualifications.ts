import { isCreditCode } from '../identity/credit-code.ts'
import { makeRule } from './make-rule.ts'
import { characters, filled, headOf, isImport } from './parts.ts'

/** 进口食品境外出口商代理商备案, 进口食品进口商备案. */
const foreignExporter = '508'
const foodImporter = '509'

/** L22: numbers of food importers and foreign exporters. */
export const foodParties = makeRule(
  {
    id: 'L22',
    scope: 'head',
    severity: 'error',
    from: '2024-09-05',
    source: 'GACC 2024 No. 105, from 2024-09-05',
    confidence: 'high',
    title: '企业资质508填境外出口商代理商的18位备案号，509填食品进口商的信用代码，并与境内收货人相同',
  },
  (context, { error }) => {
    if (!isImport(context)) return
    const { TradeCoScc } = headOf(context)
    ;(context.message.DecCopLimits ?? []).forEach(({ EntQualifTypeCode, EntQualifNo = '' }, index) => {
      const path = `DecCopLimits.${index}.EntQualifNo`
      if (EntQualifTypeCode === foreignExporter && characters(EntQualifNo) !== 18)
        error(path, '企业资质508应填境外出口商或代理商的18位备案编号')
      if (EntQualifTypeCode !== foodImporter) return
      if (!isCreditCode(EntQualifNo)) error(path, '企业资质509应填食品进口商的18位统一社会信用代码')
      else if (filled(TradeCoScc) && TradeCoScc !== EntQualifNo)
        error(path, '食品进口商应就是境内收货人：509的代码与境内收发货人信用代码不同，请核对')
    })
  },
)
