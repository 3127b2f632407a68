import * as z from 'zod'
import { defaultEncoding, defaultSeparator } from '../../domain/message/sign-text.ts'
import { ok } from '../../domain/result.ts'
import { contract, type CompanyProfile, type Handlers } from '../ipc/contract.ts'
import { noDeeds, type Deeds } from '../store/audit.repo.ts'
import type { SettingsRepo } from '../store/settings.repo.ts'

type Settings = Handlers['settings']
export type Theme = 'light' | 'dark' | 'system'

const companySchema = contract.settings.get.output.shape.company
const signSchema = contract.settings.get.output.shape.signing
export type SignForm = z.output<typeof signSchema>
const themeSchema = z.enum(['light', 'dark', 'system'])

/** What is taken where the clerk chose nothing; practice knows no other. */
export const usualSigning: SignForm = { separator: defaultSeparator, encoding: defaultEncoding }

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
  readonly deeds?: Deeds
}

/** Company, operator, signing and looks. Company and signing belong to a site, looks to the desk. */
export class SettingsService implements Settings {
  readonly #parts: SettingsParts
  readonly #listeners = new Set<() => void>()

  constructor(parts: SettingsParts) {
    this.#parts = parts
  }

  boot(): void {
    this.#parts.applyTheme(this.theme())
  }

  get: Settings['get'] = () =>
    Promise.resolve(ok({ company: this.company(), signing: this.signing(), theme: this.theme() }))

  save: Settings['save'] = ({ company, signing, theme }) => {
    const { site, desk, applyTheme, deeds = noDeeds } = this.#parts
    if (company !== undefined) {
      site.put('company', company)
      for (const listener of this.#listeners) listener()
    }
    if (signing !== undefined) site.put('signing', signing)
    if (theme !== undefined) {
      desk.put('theme', theme)
      applyTheme(theme)
    }
    const names = Object.entries({ company, signing, theme }).filter(([, value]) => value !== undefined)
    deeds.append({ deed: 'settings.changed', facts: { names: names.map(([name]) => name).join(' ') } })
    return Promise.resolve(ok({}))
  }

  /** Called after the company or its operator was saved. */
  onCompany(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Who files. */
  company(): CompanyProfile {
    return this.#parts.site.get('company', companySchema) ?? this.#parts.firstCompany
  }

  /** Separator and encoding of the signed text. */
  signing(): SignForm {
    return this.#parts.site.get('signing', signSchema) ?? usualSigning
  }

  theme(): Theme {
    return this.#parts.desk.get('theme', themeSchema) ?? 'system'
  }
}
