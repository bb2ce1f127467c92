export declare function tellFailures(failures: readonly { kind: string; text: string; found: string }[]): void;
