export declare function apiTypes(document: Readonly<Record<string, unknown>>): Promise<string>;
