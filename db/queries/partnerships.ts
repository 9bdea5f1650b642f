import { asc, eq, sql } from 'drizzle-orm'
import type { Place } from '../../app/domain/access/membership.ts'
import type { Partnership, Voice } from '../../app/domain/people/partnership.ts'
import type { Connection } from '../database.ts'
import { installation, partnerships, references, voices } from '../schema/index.ts'

export async function findPartnershipBySlug(db: Connection, slug: string): Promise<Partnership | null> {
	const [row] = await db.select().from(partnerships).where(eq(partnerships.slug, slug))
	return row ?? null
}

export async function findPartnership(db: Connection, id: string): Promise<Partnership | null> {
	const [row] = await db.select().from(partnerships).where(eq(partnerships.id, id))
	return row ?? null
}

export async function listOpenPartnerships(db: Connection): Promise<Partnership[]> {
	return await db.select().from(partnerships).where(eq(partnerships.open, true)).orderBy(asc(partnerships.name))
}

export async function listPartnerships(db: Connection): Promise<Partnership[]> {
	return await db.select().from(partnerships).orderBy(asc(partnerships.name))
}

export async function savePartnership(db: Connection, partnership: Partnership) {
	await db.insert(partnerships).values(partnership)
}

export async function saveVoice(db: Connection, voice: Voice) {
	await db
		.insert(voices)
		.values(voice)
		.onConflictDoUpdate({ target: voices.id, set: { name: voice.name, plural: voice.plural } })
}

export async function listVoices(db: Connection, { partnershipId }: Place): Promise<Voice[]> {
	return await db.select().from(voices).where(eq(voices.partnershipId, partnershipId)).orderBy(asc(voices.position))
}

/** The next reference of a series in a year: `PRI-2026-004`. Call inside a write, so that no two are alike. */
export async function nextReference(db: Connection, { partnershipId }: Place, series: string, year: number) {
	const [row] = await db
		.insert(references)
		.values({ partnershipId, series: `${series}-${year}`, last: 1 })
		.onConflictDoUpdate({
			target: [references.partnershipId, references.series],
			set: { last: sql`${references.last} + 1` },
		})
		.returning({ last: references.last })
	return `${series}-${year}-${String(row!.last).padStart(3, '0')}`
}

export async function findInstallation(db: Connection, key: string): Promise<string | null> {
	const [row] = await db.select().from(installation).where(eq(installation.key, key))
	return row?.value ?? null
}

export async function saveInstallation(db: Connection, key: string, value: string) {
	await db.insert(installation).values({ key, value }).onConflictDoUpdate({ target: installation.key, set: { value } })
}

export async function changePartnership(
	db: Connection,
	{ partnershipId }: Place,
	change: Pick<Partnership, 'name' | 'purpose' | 'runBy' | 'open'>,
) {
	await db.update(partnerships).set(change).where(eq(partnerships.id, partnershipId))
}
