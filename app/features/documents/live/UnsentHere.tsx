import { useState } from 'react'
import { KeptWords, type Whose, wordsOf } from './kept-words.ts'
import { WordsToCopy } from './WordsToCopy.tsx'

export interface UnsentHereProps {
	whose: Whose
	/** Why they cannot be sent any more. */
	why: string
}

/** In a document that cannot be written in: what its reader typed on this device before and could not send. */
export default function UnsentHere({ whose, why }: UnsentHereProps) {
	const [keeper] = useState(() => new KeptWords(whose))
	const [found, setFound] = useState(() => keeper.find())
	const words = found
		.map(({ update }) => wordsOf(update))
		.filter(Boolean)
		.join('\n')
	if (!words) return null
	const letGo = () => {
		for (const kept of found) keeper.drop(kept)
		setFound([])
	}
	return (
		<WordsToCopy title="Words you typed on this device that were not sent" words={words} onLetGo={letGo}>
			{why} Only you can see them, on this device. Copy what you want to keep.
		</WordsToCopy>
	)
}
