import { NameSearch, type Spot } from './name-search.ts'
import { isName, isPartOf, isWholeName } from './typed-name.ts'

/** What stands in a minute where the name of somebody else was. Read aloud it says what happened. */
export const nameRemoved = '[name removed]'

export const mostNames = 20

export type NamesRefusal =
	| 'names-missing'
	| 'names-many'
	| 'not-a-name'
	| 'member-name'
	| 'name-not-there'
	/** Its only places are single words of what was voted on, and none of them was picked. */
	| 'nothing-picked'
	| 'reason-missing'
	| 'name-in-reason'

/** Which of the words it stands in. */
export type TypedIn =
	| 'place'
	| 'question'
	| 'motion'
	| 'amendment'
	| 'wording'
	| 'outcome'
	| 'reasons'
	| 'casting'
	| 'substitute'
	| 'interest'
	| 'dispensation'
	| 'correction'
	| 'removal'
	| 'title'
	| 'retitled'
	| 'presenter'
	| 'noted'
	| 'private'
	| 'late'
	| 'taken-off'
	| 'withdrawal'
	| 'short-notice'
	| 'called-off'
	| 'moved'

export interface Where {
	in: TypedIn
	/** The correction before which it stood so. */
	correction: number | null
	/** Of a meeting: the number of the item it is about, null where that was taken off. */
	item?: number | null
	/** What stands around it is shown to nobody any more. */
	isHidden?: true
}

export type NamePlace = Where & Spot

/** The same words with something else for every text among them that somebody typed. */
export type ChangeTexts<Words> = (words: Words, change: (text: string, at: Where) => string) => Words

/** What was voted on: a word that is missing there can turn it round. */
const votedOn: ReadonlySet<TypedIn> = new Set(['question', 'motion', 'amendment', 'wording', 'outcome'])
/** Of these too a single word goes only where it was picked: "Brown Street" is no Mr Brown. */
const picking: ReadonlySet<TypedIn> = new Set([...votedOn, 'title', 'noted'])

export interface NamesRemoved<Words> {
	words: Words
	/** Where each name stood. */
	places: NamePlace[]
	/** Single words of what was voted on or concluded: each goes only where it was picked, because a word missing there can turn it round. */
	toPick: NamePlace[]
	/** What looks like one of them and stays: longer names, and family names alone. */
	near: NamePlace[]
	/** Those of the names that stand nowhere as they were typed. */
	nowhere: string[]
}

/**
 * The same without these names wherever they were typed. Votes, seats, rules and numbers are not words, so nothing that was
 * decided can change by it; the words that were voted on lose whole names, and a single word only at the places that are
 * `picked`, by their number in `toPick`. Without `picked` it is a look at what would go. Refuses what is no name, and names
 * of those who sat there and parts of them: a board's minute keeps them (docs/decisions/013).
 */
export function removeNames<Words>(
	words: Words,
	withTexts: ChangeTexts<Words>,
	{
		names,
		reason,
		members,
		picked,
	}: { names: readonly string[]; reason: string; members: readonly string[]; picked?: ReadonlySet<number> },
): { refused: NamesRefusal } | NamesRemoved<Words> {
	const asked = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
	if (asked.length === 0) return { refused: 'names-missing' }
	if (asked.length > mostNames) return { refused: 'names-many' }
	if (!asked.every(isName)) return { refused: 'not-a-name' }
	if (asked.some((name) => members.some((member) => isPartOf(name, member)))) return { refused: 'member-name' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	if (new NameSearch(asked).isTold(reason)) return { refused: 'name-in-reason' }
	const search = new NameSearch(asked)
	const places: NamePlace[] = []
	const toPick: NamePlace[] = []
	const left = withTexts(words, (text, at) =>
		search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, (spot) => {
			const place = placeOf(at, spot)
			const isToPick = picking.has(at.in) && !isWholeName(spot.words)
			if (isToPick) toPick.push(place)
			const goes = !isToPick || picked?.has(toPick.length - 1) === true
			if (goes) places.push(place)
			return goes
		}),
	)
	if (places.length + toPick.length === 0) return { refused: 'name-not-there' }
	if (picked && places.length === 0) return { refused: 'nothing-picked' }
	const nowhere = asked.filter((name) => !stands(words, withTexts, new NameSearch([name])))
	return { words: left, places, toPick, near: nearOf(words, withTexts, search), nowhere }
}

function stands<Words>(words: Words, withTexts: ChangeTexts<Words>, search: NameSearch): boolean {
	let found = false
	withTexts(words, (text, at) =>
		search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, () => {
			found = true
			return false
		}),
	)
	return found
}

/** What looks like one of them and is none: neither goes nor can be picked. */
function nearOf<Words>(words: Words, withTexts: ChangeTexts<Words>, search: NameSearch): NamePlace[] {
	const near: NamePlace[] = []
	withTexts(words, (text, at) => {
		const others = search.replace(text, nameRemoved, { isVoted: votedOn.has(at.in) }, () => true)
		near.push(...search.near(others).map((spot) => placeOf(at, spot)))
		return text
	})
	return near
}

function placeOf(at: Where, spot: Spot): NamePlace {
	return at.isHidden ? { ...at, before: '', words: spot.words, after: '' } : { ...at, ...spot }
}
