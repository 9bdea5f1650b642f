/** What a question of the form needs to show again what was typed and what to mend, by its name. */
export type Field = (name: string) => { name: string; errors?: string[]; defaultValue?: string }
