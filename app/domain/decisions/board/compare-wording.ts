import { nameRemoved } from './remove-names.ts'

/** One run of words in a comparison: they stayed, were taken out, or were put in. */
export interface Passage {
	is: 'same' | 'out' | 'in'
	words: string
}

/** Above this many pairs of words the two texts are shown one after the other. */
const mostPairs = 1_000_000

/** What an amendment did to the words of a motion, word by word: a longest common subsequence, so little is marked. */
export function compareWording(before: string, after: string): Passage[] {
	const [old, young] = [wordsOf(before), wordsOf(after)]
	const passages: Passage[] = []
	const isSame = (at: number, to: number) => old[at]!.trimEnd() === young[to]!.trimEnd()
	const common = old.length * young.length > mostPairs ? null : commonLengths(old, young, isSame)
	let [at, to] = [0, 0]
	while (at < old.length || to < young.length) {
		const both = at < old.length && to < young.length
		if (common && both && isSame(at, to)) {
			add(passages, 'same', young[to++]!)
			at++
		} else if (at < old.length && (!common || !both || common[at + 1]![to]! >= common[at]![to + 1]!))
			add(passages, 'out', old[at++]!)
		else add(passages, 'in', young[to++]!)
	}
	return passages
}

/** What stands for a name is one word: nothing of it can stay while the rest is marked. */
const word = new RegExp(`(?:${nameRemoved.replace(/[[\]]/g, '\\$&')}|\\S)+\\s*`, 'g')

/** Words with the space after them, so that joined again they are the text. */
function wordsOf(text: string): string[] {
	return text.match(word) ?? []
}

/** How many words are common to what is left of both, from each pair of places on. */
function commonLengths(old: readonly string[], young: readonly string[], isSame: (at: number, to: number) => boolean) {
	const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1))
	for (let at = old.length - 1; at >= 0; at--)
		for (let to = young.length - 1; to >= 0; to--)
			lengths[at]![to] = isSame(at, to)
				? lengths[at + 1]![to + 1]! + 1
				: Math.max(lengths[at + 1]![to]!, lengths[at]![to + 1]!)
	return lengths
}

function add(passages: Passage[], is: Passage['is'], words: string) {
	const last = passages.at(-1)
	if (last?.is === is) last.words += words
	else passages.push({ is, words })
}
