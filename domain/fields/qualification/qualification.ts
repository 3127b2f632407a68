import type { Step } from '../step.ts'
import { basicSteps } from './basic.ts'
import { customsSteps } from './customs.ts'

/** 企业资质备案 from the first field to the last; papers and sending follow as steps of the page. */
export const qualificationSteps: readonly Step[] = [...basicSteps, ...customsSteps]
