import { longDate, longMoment } from '~/ui/dates.ts'
import type { Closing, ClosingCaution } from '../../domain/decisions/closing-cautions.ts'
import { kindWords } from './decision-words.ts'

/** Why a closing time is asked about once more. */
export function cautionWords(caution: ClosingCaution, { kind, closesAt }: Closing, now: Date): string {
	switch (caution) {
		case 'short':
			return `Voting would be open for ${spanWords(closesAt.getTime() - now.getTime())} only. Some people look here once in a few days, some need somebody to help them, and paper has to come and go. ${kind === 'panel-vote' ? 'A panel vote binds, so three days is the least we suggest.' : `${kindWords[kind].name}: a day is the least we suggest.`}`
		case 'midnight':
			return `Midnight begins a day: the last moment to vote would be the evening before ${longDate(closesAt)}. If you mean the end of that day, choose the day after, or 9pm.`
		case 'at-night':
			return `Voting would close at night, at ${longMoment(closesAt)}. Whoever wants help at the last minute will find nobody awake. A time in the day is kinder.`
	}
}

/** In whole units, rounded down: nobody is told of more time than there is. */
export function spanWords(ms: number): string {
	const minutes = Math.max(0, Math.floor(ms / 60_000))
	if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`
	const hours = Math.floor(minutes / 60)
	return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`
}
