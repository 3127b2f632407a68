/** The facts of the practice company stand in the domain, because the settings of the practice site begin with them. */
export * from '../../domain/practice/practice-company.ts'
