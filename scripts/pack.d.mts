export function publishedPackages(): readonly string[];
export function packOne(folder: string, into: string): string;
