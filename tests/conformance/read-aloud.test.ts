import { expect, test } from 'vitest'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import type { Choosing, ChoosingRules } from '../../app/domain/decisions/decision.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { amountOf } from '../../app/domain/decisions/methods/exact.ts'
import { ballotsToCount, resultOf } from '../../app/domain/decisions/result.ts'
import { sharesStoryOf } from '../../app/domain/decisions/shares-story.ts'
import { narrowlyMissed, resultTitle, resultWhy } from '../../app/features/decisions/result-words.ts'
import { chosenOf } from '../../app/features/decisions/told.ts'
import { choosing } from '../given-question.ts'
import { hasRealElections, knownElections } from './elections.ts'

interface Told {
	rules: Partial<ChoosingRules>
	/** Of the known result: which of its counts this is. */
	variant: string
	title: string
	why: string[]
	missed: string[]
}

/** Money is said in pounds here, whatever these places pay with: the sentences are ours, the numbers theirs. */
const told: Record<string, Told> = {
	'Poland_Wieliczka_2023_Green_Budget.pb': {
		rules: { completion: 'add1-until-overflow', comparison: true },
		variant: 'add1_until_overflow',
		title: '30 of the 64 projects are funded.',
		why: [
			'There was £1,000,000 to share. Each of the 6,586 people who voted held the same part of it: about £151.84. A project is funded when the people who chose it can pay for it together, each from their own part. The one whose cost most people share goes first.',
			'With those parts alone, some of the money could not be spent. So everybody’s part was raised step by step, from about £151.84 to about £315.84, until one step more would have cost more than there is. Added up, raised parts are more than the money there is. They are only a way of counting: no more than the £1,000,000 is ever spent.',
			'30 projects cost £995,079 in all. £4,921 of the money is left. Every other project that people chose costs more than that.',
			'One step more would have bought “Zielony Mi(lion)etniów - zielona lekcja” as well. All together would then cost £1,045,079, which is £45,079 more than there is.',
			'The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. 873 people have more of it that way, and 1,615 people have more of it this way. So this way stands.',
		],
		missed: [
			'“Budowa ścieżki edukacyjno-ekologicznej w Laskowcu w Pawlikowicach” is not funded. 496 people chose it; it costs £100,000, and after “Zielona Chorągwica - rewitalizacja terenów zielonych wraz z nasadzeniami” was paid for, they had about £93,872.57 of their raised parts together: about £6,127.43 too little.',
			'“Zielony Mi(lion)etniów - zielona lekcja” is not funded. 376 people chose it; it costs £50,000, and after “Zakup i montaż paneli fotowoltaicznych na dachu świetlicy w Lednicy Górnej 451” was paid for, they had about £49,998.29 of their raised parts together: about £1.71 too little.',
			'“Rewitalizacja zielonego skweru na ekoplac zabaw i rekreacji w Śledziejowicach” is not funded. 292 people chose it; it costs £74,000, and after “Nasadzenie drzew krzewów i traw przy nowo budowanej ścieżce rekreacyjnej w Strumianach” was paid for, they had about £73,555.83 of their raised parts together: about £444.17 too little.',
		],
	},
	'Netherlands_Assen_2024.pb': {
		rules: { completion: 'add1' },
		variant: 'add1',
		title: '9 of the 14 projects are funded.',
		why: [
			'There was £100,000 to share. Each of the 84 people who voted held the same part of it: about £1,190.48. A project is funded when the people who chose it can pay for it together, each from their own part. The one whose cost most people share goes first.',
			'With those parts alone, some of the money could not be spent. So everybody’s part was raised step by step, from about £1,190.48 to about £2,033.48, until one step more would have cost more than there is. Added up, raised parts are more than the money there is. They are only a way of counting: no more than the £100,000 is ever spent.',
			'9 projects cost £76,700 in all. £23,300 of the money is left. “RuBox” would fit. But raising everybody’s part stopped before the people who chose it could pay: the next step would have brought in something too dear.',
			'One step more would have bought “Crossbaan in Peelo” instead of “Snelheidsregeling”. All together would then cost £105,700, which is £5,700 more than there is.',
		],
		missed: [
			'“Crossbaan in Peelo” is not funded. 25 people chose it; it costs £40,000, and after “Muziekproductie studio” was paid for, they had about £38,917.14 of their raised parts together: about £1,082.86 too little.',
			'“Scooter Night Ride” is not funded. 23 people chose it; it costs £40,000, and after “Go-Zero kroegentocht” was paid for, they had about £37,179.64 of their raised parts together: about £2,820.36 too little.',
			'“Synthetische lichten” is not funded. 19 people chose it; it costs £50,000, and from the start they had about £38,636.05 of their raised parts together: about £11,363.95 too little.',
		],
	},
	'Switzerland_Winterthur_KulturKomitee_2024.pb': {
		rules: { completion: 'add1u' },
		variant: 'add1u',
		title: '33 of the 56 projects are funded.',
		why: [
			'There was £380,000 to share. Each of the 37 people who voted held the same part of it: about £10,270.27. A project is funded when the people who chose it can pay for it together, each from their own part. The one whose cost most people share goes first.',
			'With those parts alone, some of the money could not be spent. So everybody’s part was raised step by step, from about £10,270.27 to about £10,944.27, until one step more would have cost more than there is. Added up, raised parts are more than the money there is. They are only a way of counting: no more than the £380,000 is ever spent.',
			'One step more would have bought “Selbstbewusst mit Loulou” as well. All together would then cost £381,250, which is £1,250 more than there is.',
			'One project came from the money left over after that: there the most votes go first, as long as it fits.',
			'33 projects cost £378,250 in all. £1,750 of the money is left. Every other project that people chose costs more than that.',
		],
		missed: [
			'“Wir, hier. Briefe an Winterthur” is not funded. 19 people chose it; it costs £24,500, and after “Hereinspaziert ins Theater Winterthur an der Liebestrasse” was paid for, they had about £21,143.51 of their raised parts together: about £3,356.49 too little.',
			'“Goldene Körper: Ein Tanz der Selbstliebe und des Mitmachens.” is not funded. 18 people chose it; it costs £9,650, and after “coconcert” was paid for, they had about £8,346.10 of their raised parts together: about £1,303.90 too little.',
			'“Selbstbewusst mit Loulou” is not funded. 18 people chose it; it costs £6,000, and after “Erzählkultur für Winterthur” was paid for, they had about £5,999.90 of their raised parts together: about £0.10 too little.',
		],
	},
}

const known = knownElections('pb').filter(({ file }) => told[file])

test.skipIf(hasRealElections)('real elections SKIPPED', () => {
	expect(known).toEqual([])
})

test.each(known)(
	'$file: said aloud, sentence by sentence, with the numbers of its known result',
	({ file, text, expected }) => {
		const { rules, variant, title, why, missed } = told[file]!
		const { decision, ballots, named } = given(text, rules)
		const story = sharesStoryOf(decision, ballots)
		expect(resultTitle(decision)).toBe(title)
		expect(resultWhy(decision, [], story)).toEqual(why)
		expect(narrowlyMissed(decision, named, story)).toEqual(missed)

		const { count } = chosenOf(decision)!
		const mes = expected.mes.find((one: KnownCount) => one.utility === 'cost' && one.variant === variant)
		if (count.method !== 'equal-shares' || !mes) throw new Error(`${file} has no such count`)
		expect(count.winners).toEqual(mes.selection_order)
		const pounds = (amount: bigint) => `£${`${amount}`.replace(/\B(?=(\d{3})+$)/g, ',')}`
		const said = why.join(' ')
		const left = amountOf(`${expected.budget}`).n - BigInt(mes.total_cost)
		for (const words of [
			`There was ${pounds(BigInt(expected.budget))} to share.`,
			`Each of the ${`${expected.num_ballots}`.replace(/\B(?=(\d{3})+$)/g, ',')} people who voted`,
			`${mes.selection_order.length} projects cost ${pounds(BigInt(mes.total_cost))} in all. ${pounds(left)} of the money is left.`,
		])
			expect(said).toContain(words)
	},
)

interface KnownCount {
	utility: string
	variant: string
}

function given(text: string, rules: Partial<ChoosingRules>) {
	const read = readPabulib(text)
	if ('refused' in read) throw new Error(read.says)
	const { budget, decimals, projects, ballots: lines } = read.election
	const pence = (amount: bigint) => Number((amount * 100n) / 10n ** BigInt(decimals))
	const asked: Choosing = {
		...choosing('equal-shares', { budget: pence(budget), utility: 'cost', ...rules }),
		options: projects.map(({ id, name = id, cost }) => ({ id, name, cost: pence(cost) })),
		tieOrder: projects.map(({ id }) => id),
	}
	const ballots = lines.map(({ choices }, at) => ({
		id: `${at}`,
		memberId: `${at}`,
		voiceId: 'citizen',
		receiptHash: `${at}`,
		reason: '',
		answer: { marks: Object.fromEntries(choices.map(({ project }) => [project, 1])) },
	}))
	const electors = ballots.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const decision = { ...asked, result: resultOf({ decision: asked, ballots, electors, count }) } as Choosing
	const named = Object.fromEntries(
		projects.map(({ id }) => [id, ballots.filter(({ answer }) => Object.hasOwn(answer.marks, id)).length]),
	)
	return { decision, ballots, named }
}
