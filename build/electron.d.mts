export declare const appFolder: string
export declare function electronLaunch(): { executablePath: string; args: string[]; env: Record<string, string> }
export declare function isRoot(): boolean
