/** Root and namespace of a declaration message. Source: XSD and samples of GACC 2018 No. 67. */
export const rootElement = 'DecMessage'
export const namespace = 'http://www.chinaport.gov.cn/dec'

/**
 * `Version` of the root, at most 5 characters. 3.1 stands in the 2018 samples; 4.8 is what a public writer of 2024
 * (ronannnn/gx-customs-bridge) sends. Newer values are not public, so it is a setting of the site profile.
 */
export const defaultVersion = '4.8'
export const longestVersion = 5
