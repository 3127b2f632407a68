import * as z from 'zod'
import { ok } from '../../domain/result.ts'
import { contract, type CompanyProfile, type Handlers } from '../ipc/contract.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'

type Settings = Handlers['settings']
export type Theme = 'light' | 'dark' | 'system'

const companySchema = contract.settings.get.output.shape.company
const themeSchema = z.enum(['light', 'dark', 'system'])

/** A profile in which nothing is filled. */
export const emptyCompany: CompanyProfile = {
  agentCode: '',
  agentCodeScc: '',
  agentName: '',
  copCode: '',
  copCodeScc: '',
  copName: '',
  typistNo: '',
  inputerName: '',
  declareName: '',
  declarantNo: '',
  phone: '',
}

export interface SettingsParts {
  /** Settings of the site in use. */
  readonly site: SettingsRepo
  /** Settings of the desk, whatever the site. */
  readonly desk: SettingsRepo
  /** Profile to begin with; in practice the one of the practice company. */
  readonly firstCompany: CompanyProfile
  readonly applyTheme: (theme: Theme) => void
}

/** Company, operator, signing and looks. Company and signing belong to a site, looks to the desk. */
export class SettingsService implements Settings {
  readonly #parts: SettingsParts

  constructor(parts: SettingsParts) {
    this.#parts = parts
  }

  boot(): void {
    this.#parts.applyTheme(this.theme())
  }

  get: Settings['get'] = () =>
    Promise.resolve(ok({ company: this.company(), signSeparator: this.separator(), theme: this.theme() }))

  save: Settings['save'] = ({ company, signSeparator, theme }) => {
    const { site, desk, applyTheme } = this.#parts
    if (company !== undefined) site.put('company', company)
    if (signSeparator !== undefined) site.put('signSeparator', signSeparator)
    if (theme !== undefined) {
      desk.put('theme', theme)
      applyTheme(theme)
    }
    return Promise.resolve(ok({}))
  }

  /** Who files. */
  company(): CompanyProfile {
    return this.#parts.site.get('company', companySchema) ?? this.#parts.firstCompany
  }

  /** Text between the fields of the signed text; empty means the usual one (`domain/message/sign-text`). */
  separator(): string {
    return this.#parts.site.get('signSeparator', z.string()) ?? ''
  }

  theme(): Theme {
    return this.#parts.desk.get('theme', themeSchema) ?? 'system'
  }
}
