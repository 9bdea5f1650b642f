import { fingerprint } from '../fingerprint.ts'
import type { Decision, Elector } from './decision.ts'

export type Sealed = Pick<
	Decision,
	'question' | 'kind' | 'method' | 'rules' | 'options' | 'tieOrder' | 'opensAt' | 'closesAt'
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
		tieOrder,
		version: versionFingerprint,
		electorate: electorate
			.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
			.sort((a, b) => (a.memberId < b.memberId ? -1 : 1)),
		opensAt: opensAt.toISOString(),
		closesAt: closesAt.toISOString(),
	})
}

/**
 * What the lot for ties is drawn from: everything sealed but the lot itself. The moment of opening is part of it, so nobody
 * who writes the question can choose the lot, and anyone can draw it again.
 */
export function lotSeed(sealed: Omit<Sealed, 'tieOrder'>): string {
	return sealOf({ ...sealed, tieOrder: [] })
}
