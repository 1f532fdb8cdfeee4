export type SchemaFile = { path: string; content: string };
export function draftSql(to: SchemaFile[], from?: SchemaFile[]): Promise<string>;
export function readSchema(root?: string): Promise<SchemaFile[]>;
