import { parseArgs } from 'node:util'
import { isKind, type Kind, kinds } from './kinds.ts'

export interface Options {
	/** Sections, and loads within the first, whose names begin so. */
	only: string[]
	against: readonly Kind[]
	rounds: number
	roundsGiven: boolean
	seconds: number
	kills: number
	peerKills: number
	/** A kill comes at a random moment of these seconds of typing. */
	within: number
	trace: string
	acknowledged: boolean
}

export const usage = `npm run bench:collab -- [options]
  --only NAME[,NAME]     team, workshop, many rooms, saturate (or load for all four), history, crash, memory, storm, attack, growth
  --against NAME[,NAME]  ${kinds.join(', ')}
  --rounds N             rounds in turn over all targets; 3 for the loads, 1 for the rest
  --seconds N            of typing under load, and of each attack; 6
  --kills N              SIGKILLs of this server; 50      --peer-kills N  of each durable peer; 10
  --within N             seconds of typing within which a kill comes at a random moment; 10
  --trace FILE           the keystrokes of a real paper; ../shared/traces/automerge-paper.json.gz
  --ack                  asks this server for acknowledgements under load, as its own editor does and a stock client does not`

export function readOptions(): Options {
	const { values } = parseArgs({
		options: {
			only: { type: 'string' },
			against: { type: 'string' },
			rounds: { type: 'string' },
			seconds: { type: 'string', default: '6' },
			kills: { type: 'string', default: '50' },
			'peer-kills': { type: 'string', default: '10' },
			within: { type: 'string', default: '10' },
			trace: {
				type: 'string',
				default: new URL('../../../shared/traces/automerge-paper.json.gz', import.meta.url).pathname,
			},
			ack: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	})
	if (values.help) {
		console.log(usage)
		process.exit(0)
	}
	const against = values.against?.split(',') ?? kinds
	if (!against.every(isKind)) throw new Error(`--against takes ${kinds.join(', ')}`)
	return {
		only: values.only?.split(',') ?? [],
		against,
		rounds: Number(values.rounds ?? 3),
		roundsGiven: values.rounds !== undefined,
		seconds: Number(values.seconds),
		kills: Number(values.kills),
		peerKills: Number(values['peer-kills']),
		within: Number(values.within),
		trace: values.trace,
		acknowledged: values.ack,
	}
}
