import { expect, test } from 'vitest'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import type { Choosing, ChoosingRules } from '../../app/domain/decisions/decision.ts'
import { amountOf } from '../../app/domain/decisions/methods/exact.ts'
import type { SharesStory } from '../../app/domain/decisions/shares-story.ts'
import { notFundedInFull } from '../../app/features/decisions/not-funded-words.ts'
import { narrowlyMissed, resultTitle, resultWhy } from '../../app/features/decisions/result-words.ts'
import { raisedInFull } from '../../app/features/decisions/shares-grown-words.ts'
import { chosenOf, type Named } from '../../app/features/decisions/told.ts'
import { decisions } from '../../db/example/decisions.ts'
import { choosing } from '../given-question.ts'
import { closedShares } from './closed-shares.ts'
import { hasRealElections, knownElections } from './elections.ts'

interface Told {
	rules: Partial<ChoosingRules>
	/** Of the known result: which of its counts this is. */
	variant: string
	title: string
	why: string[]
	/** The first three of the reasons why others are not funded. */
	missed: string[]
	/** And the exact sums behind these, which stand in a fold. */
	sums: string[]
	/** How everybody's share grew, exactly, in a fold as well. */
	raised: string[]
}

/** Money is said in pounds here, whatever these places pay with: the sentences are ours, the numbers theirs. */
const told: Record<string, Told> = {
	'Poland_Wieliczka_2023_Green_Budget.pb': {
		rules: { completion: 'add1-until-overflow', comparison: true },
		variant: 'add1_until_overflow',
		title: '30 of the 64 projects are funded.',
		why: [
			'Together they cost £995,079 of the £1,000,000 there was to share. £4,921 is left.',
			'Everybody who voted got the same share of the money: £1,000,000 shared among 6,586 people is about £152 each. A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost.',
			'Every other project that people chose costs more than the £4,921 that is left. What becomes of the £4,921 was not voted on: see “What this led to”.',
			'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost. With about £152 each, £549,452 would be left. So it was counted again and again, with £1 more for each person every time, up to about £316 each. With another £1, everything funded would cost £1,045,079, more than there is. The larger shares are only for counting: no more than the £1,000,000 is ever spent.',
			'The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. 873 people have more of it that way, and 1,615 people have more of it by shares. So what the shares pay for stands.',
		],
		sums: [
			'Together, their 496 shares came to about £156,655.27. Of that, 58 of them had already paid about £9,948.55 for “Projekt zapobiegania bezdomności psów i kotów na terenie gminy Wieliczka poprzez podejmowanie takich działań jak: sterylizacja kastracja oraz chipowanie zwierząt a także inicjatyw związanych z edukacją mieszkańców gminy i promocją adopcji zwierząt”, 189 of them about £40,047.89 for “Zielona Chorągwica - rewitalizacja terenów zielonych wraz z nasadzeniami” and about £12,786.26 went to 4 other projects they chose. That left about £93,872.57: about £6,127.43 too little.',
			'Together, their 376 shares came to about £118,754.80. Of that, 182 of them had already paid about £38,774.51 for “Zielona Chorągwica - rewitalizacja terenów zielonych wraz z nasadzeniami”, 208 of them about £11,784.29 for “Rosnę latem jesienią i na wiosnę - utworzenie łąki kwietnej na skwerku między Przedszkolem Samorządowym w Mietniowie im. J. Latuska a świetlicą środowiskową w Mietniowie” and about £18,197.71 went to 16 other projects they chose. That left about £49,998.29: about £1.71 too little.',
			'Together, their 292 shares came to about £92,224.47. Of that, 50 of them had already paid about £6,458.97 for “Stworzenie warunków rekreacyjnych dla mieszkańców Węgrzc Wielkich”, 36 of them about £6,174.95 for “Projekt zapobiegania bezdomności psów i kotów na terenie gminy Wieliczka poprzez podejmowanie takich działań jak: sterylizacja kastracja oraz chipowanie zwierząt a także inicjatyw związanych z edukacją mieszkańców gminy i promocją adopcji zwierząt” and about £6,034.72 went to 5 other projects they chose. That left about £73,555.83: about £444.17 too little.',
		],
		raised: [
			'At first the share was about £151.84 each. With that, 21 projects could be paid for, for £450,548 in all. £549,452 would be left. It could not be used: for no other project did the people who chose it have enough left.',
			'So everything was counted again from the start, as if there were £1 more for each of the 6,586 people; then with £2 more, and so on. That was done 164 times, for as long as everything funded still cost no more than the £1,000,000. The last share was about £315.84 each.',
			'All shares together then come to £2,080,104, more than the £1,000,000 there is. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count decides, and what comes out of it costs £995,079 of real money.',
			'With £1 more for each person, “Zielony Mi(lion)etniów - zielona lekcja” would have been paid for as well. Everything together would then cost £1,045,079, which is £45,079 more than there is. So the count stopped before that.',
			'The £4,921 that is left comes from 3,884 people who paid less than their first share of about £151.84. 2,702 people paid more than that, because shares were made larger for counting.',
			'“About” means give or take a penny. The count itself rounds nothing.',
		],
		missed: [
			'“Budowa ścieżki edukacyjno-ekologicznej w Laskowcu w Pawlikowicach” costs £100,000. 496 people chose it. When shares were made larger, the 496 had enough for it. But they also chose 6 projects that went first, the last of them “Zielona Chorągwica - rewitalizacja terenów zielonych wraz z nasadzeniami”. Paying for those left them with about £6,127 too little. After the 30 that are funded, £4,921 is left, so it cannot be bought.',
			'“Zielony Mi(lion)etniów - zielona lekcja” costs £50,000. 376 people chose it. When shares were made larger, the 376 had enough for it. But they also chose 18 projects that went first, the last of them “Zakup i montaż paneli fotowoltaicznych na dachu świetlicy w Lednicy Górnej 451”. Paying for those left them with about £1.71 too little. After the 30 that are funded, £4,921 is left, so it cannot be bought.',
			'“Rewitalizacja zielonego skweru na ekoplac zabaw i rekreacji w Śledziejowicach” costs £74,000. 292 people chose it. When shares were made larger, the 292 had enough for it. But they also chose 7 projects that went first, the last of them “Nasadzenie drzew krzewów i traw przy nowo budowanej ścieżce rekreacyjnej w Strumianach”. Paying for those left them with about £444 too little. After the 30 that are funded, £4,921 is left, so it cannot be bought.',
		],
	},
	'Netherlands_Assen_2024.pb': {
		rules: { completion: 'add1' },
		variant: 'add1',
		title: '9 of the 14 projects are funded.',
		why: [
			'Together they cost £76,700 of the £100,000 there was to share. £23,300 is left.',
			'Everybody who voted got the same share of the money: £100,000 shared among 84 people is about £1,190 each. A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost.',
			'£23,300 is left. “RuBox” costs £12,000, but the 10 people who chose it had only about £11,894 left in their shares after paying for others that went first. What becomes of the £23,300 was not voted on: see “What this led to”.',
			'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost. With about £1,190 each, £39,300 would be left. So it was counted again and again, with £1 more for each person every time, up to about £2,033 each. With another £1, everything funded would cost £105,700, more than there is. The larger shares are only for counting: no more than the £100,000 is ever spent.',
		],
		sums: [
			'Together, their 25 shares came to about £50,836.90. Of that, 10 of them had already paid £5,000 for “Jongerenplatform”, 6 of them £3,750 for “Muziekproductie studio” and about £3,169.76 went to 2 other projects they chose. That left about £38,917.14: about £1,082.86 too little.',
			'Together, their 23 shares came to about £46,769.95. Of that, 9 of them had already paid about £1,506.97 for “PopUp Podium”, 7 of them £3,500 for “Jongerenplatform” and 11 of them about £4,583.34 for “Go-Zero kroegentocht”. That left about £37,179.64: about £2,820.36 too little.',
			'Together, their 19 shares came to about £38,636.05: about £11,363.95 too little.',
		],
		raised: [
			'At first the share was about £1,190.48 each. With that, 7 projects could be paid for, for £60,700 in all. £39,300 would be left. It could not be used: for no other project did the people who chose it have enough left.',
			'So everything was counted again from the start, as if there were £1 more for each of the 84 people; then with £2 more, and so on. That was done 843 times, for as long as everything funded still cost no more than the £100,000. The last share was about £2,033.48 each.',
			'All shares together then come to £170,812, more than the £100,000 there is. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count decides, and what comes out of it costs £76,700 of real money.',
			'With £1 more for each person, “Crossbaan in Peelo” would have been paid for instead of “Snelheidsregeling”. Everything together would then cost £105,700, which is £5,700 more than there is. So the count stopped before that.',
			'The £23,300 that is left comes from 59 people who paid less than their first share of about £1,190.48. 25 people paid more than that, because shares were made larger for counting.',
			'“About” means give or take a penny. The count itself rounds nothing.',
		],
		missed: [
			'“Crossbaan in Peelo” costs £40,000. 25 people chose it. When shares were made larger, the 25 had enough for it. But they also chose 4 projects that went first, the last of them “Muziekproductie studio”. Paying for those left them with about £1,083 too little. After the 9 that are funded, £23,300 is left, so it cannot be bought.',
			'“Scooter Night Ride” costs £40,000. 23 people chose it. When shares were made larger, the 23 had enough for it. But they also chose 3 projects that went first, the last of them “Go-Zero kroegentocht”. Paying for those left them with about £2,820 too little. After the 9 that are funded, £23,300 is left, so it cannot be bought.',
			'“Synthetische lichten” costs £50,000. 19 people chose it. Even when made larger, their 19 shares together were about £11,364 too little for it. After the 9 that are funded, £23,300 is left, so it cannot be bought.',
		],
	},
	'Switzerland_Winterthur_KulturKomitee_2024.pb': {
		rules: { completion: 'add1u' },
		variant: 'add1u',
		title: '33 of the 56 projects are funded.',
		why: [
			'Together they cost £378,250 of the £380,000 there was to share. £1,750 is left.',
			'Everybody who voted got the same share of the money: £380,000 shared among 37 people is about £10,270 each. One of them left the ballot blank and had a share as well. A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost.',
			'Every other project that people chose costs more than the £1,750 that is left. What becomes of the £1,750 was not voted on: see “What this led to”.',
			'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost. With about £10,270 each, £24,550 would be left. So it was counted again and again, with £1 more for each person every time, up to about £10,944 each. With another £1, everything funded would cost more than there is. The larger shares are only for counting: no more than the £380,000 is ever spent.',
			'When no other project could be paid for in that way, the rest of the money was given out by another rule: the project with most votes first, as long as it fits. “Schwiizer Pantone - Colors of Switzerland” was paid for like that.',
		],
		sums: [
			'Together, their 19 shares came to about £207,941.14. Of that, 17 of them had already paid about £29,565.22 for “Bock auf Kunst”, 14 of them about £25,454.55 for “lauschig – wOrte im Freien 2024” and about £131,777.86 went to 22 other projects they chose. That left about £21,143.51: about £3,356.49 too little.',
			'Together, their 18 shares came to about £196,996.86. Of that, 14 of them had already paid about £24,347.82 for “Bock auf Kunst”, 15 of them about £27,272.73 for “lauschig – wOrte im Freien 2024” and about £137,030.21 went to 27 other projects they chose. That left about £8,346.10: about £1,303.90 too little.',
			'Together, their 18 shares came to about £196,996.86. Of that, 11 of them had already paid about £19,130.43 for “Bock auf Kunst”, 13 of them about £23,636.36 for “lauschig – wOrte im Freien 2024” and about £148,230.17 went to 29 other projects they chose. That left about £5,999.90: about £0.10 too little.',
		],
		raised: [
			'At first the share was about £10,270.27 each. With that, 30 projects could be paid for, for £355,450 in all. £24,550 would be left. It could not be used: for no other project did the people who chose it have enough left.',
			'So everything was counted again from the start, as if there were £1 more for each of the 37 people; then with £2 more, and so on. That was done 674 times, for as long as everything funded still cost no more than the £380,000. The last share was about £10,944.27 each.',
			'All shares together then come to £404,938, more than the £380,000 there is. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count decides, and what comes out of it costs £378,250 of real money.',
			'“About” means give or take a penny. The count itself rounds nothing.',
		],
		missed: [
			'“Wir, hier. Briefe an Winterthur” costs £24,500. 19 people chose it. When shares were made larger, the 19 had enough for it. But they also chose 24 projects that went first, the last of them “Hereinspaziert ins Theater Winterthur an der Liebestrasse”. Paying for those left them with about £3,356 too little. After the 33 that are funded, £1,750 is left, so it cannot be bought.',
			'“Goldene Körper: Ein Tanz der Selbstliebe und des Mitmachens.” costs £9,650. 18 people chose it. When shares were made larger, the 18 had enough for it. But they also chose 29 projects that went first, the last of them “coconcert”. Paying for those left them with about £1,304 too little. After the 33 that are funded, £1,750 is left, so it cannot be bought.',
			'“Selbstbewusst mit Loulou” costs £6,000. 18 people chose it. When shares were made larger, the 18 had enough for it. But they also chose 31 projects that went first, the last of them “Erzählkultur für Winterthur”. Paying for those left them with about 10p too little. After the 33 that are funded, £1,750 is left, so it cannot be bought.',
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
		const { rules, variant, title, why, missed, sums, raised } = told[file]!
		const { decision, named, story } = given(text, rules)
		expect(resultTitle(decision)).toBe(title)
		expect(resultWhy(decision, [], story)).toEqual(why)
		const reasons = narrowlyMissed(decision, { named }, story)
		expect(reasons.slice(0, 3)).toEqual(missed)
		const full = inFull(decision, named, story)
		expect(full.sums.slice(0, 3)).toEqual(sums)
		expect(full.raised).toEqual(raised)

		const { count } = chosenOf(decision)!
		const mes = expected.mes.find((one: KnownCount) => one.utility === 'cost' && one.variant === variant)
		if (count.method !== 'equal-shares' || !mes) throw new Error(`${file} has no such count`)
		expect(count.winners).toEqual(mes.selection_order)
		expect(reasons).toHaveLength(decision.options.length - mes.selection_order.length)
		const pounds = (amount: bigint) => `£${`${amount}`.replace(/\B(?=(\d{3})+$)/g, ',')}`
		const said = why.join(' ')
		const left = amountOf(`${expected.budget}`).n - BigInt(mes.total_cost)
		const voters = `${expected.num_ballots}`.replace(/\B(?=(\d{3})+$)/g, ',')
		for (const words of [
			`Together they cost ${pounds(BigInt(mes.total_cost))} of the ${pounds(BigInt(expected.budget))} there was to share. ${pounds(left)} is left.`,
			`${pounds(BigInt(expected.budget))} shared among ${voters} people is`,
		])
			expect(said).toContain(words)
	},
)

test('the example’s money vote: why the ramp got nothing although enough is left for it', () => {
	const asked = decisions.find(({ key }) => key === 'fund-money')
	if (asked?.method !== 'equal-shares') throw new Error('the example has no such vote')
	const { kind, rules, options, ballots } = asked
	const { decision, named, story } = closedShares(
		{ ...choosing('equal-shares', rules), kind, options, tieOrder: options.map(({ id }) => id) },
		ballots.map(([, answer]) => answer),
	)
	expect([resultTitle(decision), ...resultWhy(decision, [], story)]).toEqual([
		'“Two open evenings a week at the hub”, “Lifts to and from everything”, “Somebody to sit in at night” and “Small things at once, with no form” are funded.',
		'Together they cost £49,000 of the £60,000 there was to share. £11,000 is left.',
		'Everybody who voted got the same share of the money: £60,000 shared among 15 people is £4,000 each. A project is funded when the people who chose it have enough in their shares, together, to pay all of its cost.',
		'£11,000 is left. “A ramp and a wider door” costs £8,000, but the 3 people who chose it had only about £7,821 left in their shares after paying for others that went first. What becomes of the £11,000 was not voted on: see “What this led to”.',
		'When several could be paid for, the one goes first where the most that one person pays is the smallest part of its cost. With £4,000 each, £23,000 would be left. So it was counted again and again, with £1 more for each person every time, up to £5,555 each. With another £1, everything funded would cost £77,000, more than there is. The larger shares are only for counting: no more than the £60,000 is ever spent.',
	])
	expect(narrowlyMissed(decision, { named }, story)).toEqual([
		'“A flat by the sea for weeks off” costs £28,000. 9 people chose it. It was level with “Two open evenings a week at the hub”, which went first, because it costs less. When shares were made larger, the 9 had enough for it. But all 9 of them also chose that one, and paying for it left them with £5 too little. After the 4 that are funded, £11,000 is left, so it cannot be bought.',
		'“A worker for young carers” costs £13,000. 4 people chose it. When shares were made larger, the 4 had enough for it. But they also chose 4 projects that went first, the last of them “Small things at once, with no form”. Paying for those left them with about £2,124 too little. After the 4 that are funded, £11,000 is left, so it cannot be bought.',
		'“A ramp and a wider door” costs £8,000. 3 people chose it. £11,000 is left, which would be enough. But the people who chose it pay for it themselves. When shares were made larger, the 3 had enough for it. But they also chose 3 projects that went first, the last of them “Somebody to sit in at night”. Paying for those left them with about £179 too little.',
	])
	const { sums, raised } = inFull(decision, named, story)
	expect(sums).toEqual([
		'Together, their 9 shares came to £49,995. Of that, all 9 of them had already paid £22,000 for “Two open evenings a week at the hub”. That left £27,995: £5 too little.',
		'Together, their 4 shares came to £22,220. Of that, 2 of them had already paid £4,000 for “Lifts to and from everything”, 2 of them £2,500 for “Small things at once, with no form” and about £4,844.44 went to 2 other projects they chose. That left about £10,875.56: about £2,124.44 too little.',
		'Together, their 3 shares came to £16,665. Of that, one of them had already paid about £2,444.44 for “Two open evenings a week at the hub”, 2 of them £4,000 for “Lifts to and from everything” and one of them £2,400 for “Somebody to sit in at night”. That left about £7,820.56: about £179.44 too little.',
	])
	expect(raised).toEqual([
		'At first the share was £4,000 each. With that, “Two open evenings a week at the hub”, “Lifts to and from everything” and “Small things at once, with no form” could be paid for, for £37,000 in all. £23,000 would be left. It could not be used: for no other project did the people who chose it have enough left.',
		'So everything was counted again from the start, as if there were £1 more for each of the 15 people; then with £2 more, and so on. That was done 1,555 times, for as long as everything funded still cost no more than the £60,000. The last share was £5,555 each.',
		'All shares together then come to £83,325, more than the £60,000 there is. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count decides, and what comes out of it costs £49,000 of real money.',
		'With £1 more for each person, “A flat by the sea for weeks off” would have been paid for as well. Everything together would then cost £77,000, which is £17,000 more than there is. So the count stopped before that.',
		'The £11,000 that is left comes from 11 people who paid less than their first share of £4,000. 4 people paid more than that, because shares were made larger for counting.',
	])
})

function inFull(...[decision, named, story]: [Choosing, Named, SharesStory | null]) {
	const { count, ...chosen } = chosenOf(decision)!
	if (count.method !== 'equal-shares') throw new Error('not by equal shares')
	const told = { ...chosen, count }
	return {
		sums: notFundedInFull(told, { named }, story).map(({ sums }) => sums),
		raised: raisedInFull(told, story),
	}
}

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
	const answers = lines.map(({ choices }) => ({
		marks: Object.fromEntries(choices.map(({ project }) => [project, 1])),
	}))
	return closedShares(asked, answers)
}
