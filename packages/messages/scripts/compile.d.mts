export function compileCatalogues(catalogues?: string, out?: string): void;
