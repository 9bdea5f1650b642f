import { type BallotsTogether, money, moneyText, type Support } from './budget.ts'
import { byCodeUnit, type Tie } from './count.ts'
import type { Utility } from './equal-shares-options.ts'
import type { Purchase } from './equal-shares-run.ts'
import type { Table } from './equal-shares-table.ts'
import { exact, exactText } from './exact.ts'
import type { SharesRound } from './rounds.ts'

/** One purchase for the account: who paid how much. */
export function purchaseAccount(
	{ project, price, paidInFull, gaveTheRest }: Purchase,
	{ projects }: Table,
	support: ReadonlyMap<string, Support>,
	utility: Utility,
	decimals: number,
): SharesRound {
	const { id, cost } = projects[project]!
	const unit = 10n ** BigInt(decimals)
	return {
		by: 'equal-shares',
		project: id,
		cost: moneyText(cost, decimals),
		votes: support.get(id)!.votes,
		score: support.get(id)!.score,
		// What one point (one vote, where points do not count) costs each supporter who can still pay it.
		price: exactText(exact(price.n, price.d * unit)),
		rho: exactText(exact(price.n, price.d * (utility === 'cost' ? cost : unit))),
		paidInFull,
		gaveTheRest,
	}
}

export function tiesOf(
	purchases: readonly Purchase[],
	{ projects }: Table,
	support: ReadonlyMap<string, Support>,
	tieOrder: readonly string[],
): Tie[] {
	return purchases.flatMap(({ project, level }, at) => {
		if (level.length < 2) return []
		const picked = projects[project]!
		const rivals = level.filter((other) => other !== project).map((other) => projects[other]!)
		const sameCost = rivals.filter(({ cost }) => cost === picked.cost)
		const sameSupport = sameCost.filter(({ id }) => support.get(id)!.score === support.get(picked.id)!.score)
		const among = new Set(level.map((other) => projects[other]!.id))
		return {
			kind: 'fund' as const,
			round: at + 1,
			among: tieOrder.filter((id) => among.has(id)),
			picked: picked.id,
			decidedBy: sameSupport.length ? ('lot' as const) : sameCost.length ? ('support' as const) : ('cost' as const),
		}
	})
}

export function endowmentText(groups: readonly BallotsTogether[], pot: bigint, decimals: number, byVoice: boolean) {
	const sizes = new Map<string, number>()
	for (const { voice, weight } of groups)
		sizes.set(byVoice ? voice : '', (sizes.get(byVoice ? voice : '') ?? 0) + weight)
	const share = (size: number) =>
		exactText(exact(money(pot, decimals).n, money(pot, decimals).d * BigInt(size * sizes.size)))
	if (!byVoice) return sizes.size ? share(sizes.get('')!) : '0'
	return Object.fromEntries(
		[...sizes].sort(([a], [b]) => byCodeUnit(a, b)).map(([voice, size]) => [voice, share(size)]),
	)
}
