import { defineConfig } from 'drizzle-kit'

const postgres = process.env.DATABASE_URL !== undefined

export default defineConfig({
	dialect: postgres ? 'postgresql' : 'sqlite',
	schema: './db/schema/index.ts',
	out: process.env.MIGRATIONS_OUT ?? `./db/migrations/${postgres ? 'postgres' : 'sqlite'}`,
	casing: 'snake_case',
})
