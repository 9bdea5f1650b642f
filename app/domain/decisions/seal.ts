import { fingerprint } from '../fingerprint.ts'
import type { Decision, Elector } from './decision.ts'

export type Sealed = Pick<
	Decision,
	'question' | 'kind' | 'method' | 'rules' | 'options' | 'shortlist' | 'tieOrder' | 'opensAt' | 'closesAt'
> & {
	versionFingerprint: string
	electorate: readonly Elector[]
}

/** SHA-256 over everything fixed at opening. The same whatever order the roll was read in. */
export function sealOf({
	question,
	kind,
	method,
	rules,
	options,
	shortlist,
	tieOrder,
	versionFingerprint,
	electorate,
	opensAt,
	closesAt,
}: Sealed): string {
	return fingerprint({
		question,
		kind,
		method,
		rules,
		options,
		// Absent where there is none, as in every seal made before there were any.
		...(shortlist && { shortlist }),
		tieOrder,
		version: versionFingerprint,
		electorate: sorted(electorate),
		opensAt: opensAt.toISOString(),
		closesAt: closesAt.toISOString(),
	})
}

/** Who may vote, and in which voice: two looks at one list have the same. */
export function rollHash(electorate: readonly Elector[]): string {
	return fingerprint(sorted(electorate))
}

function sorted(electorate: readonly Elector[]): Elector[] {
	return electorate
		.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
		.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))
}

/**
 * What the lot for ties is drawn from: everything sealed but the lot itself. The moment of opening is part of it, so nobody
 * who writes the question can choose the lot, and anyone can draw it again.
 */
export function lotSeed(sealed: Omit<Sealed, 'tieOrder'>): string {
	return sealOf({ ...sealed, tieOrder: [] })
}
