import { index, route } from '@remix-run/route-config'

const page = (name: string) => `features/record/routes/${name}`

export const record = [
	index(page('record.tsx')),
	route('verification', page('verification.tsx')),
	route('entries.json', page('entries.ts')),
]
