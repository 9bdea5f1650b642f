import type { Answer } from '../../app/domain/decisions/decision.ts'
import { d } from '../dialect/index.ts'
import { decisions } from './decisions.ts'
import { members } from './people.ts'

/** What each person who enters papers read off each. Gone once the papers are ballots. */
export const paperReadings = d.table(
	'paper_readings',
	{
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		number: d.count().notNull(),
		enteredBy: d
			.text()
			.notNull()
			.references(() => members.id),
		voiceId: d.text().notNull(),
		/** On named papers only. */
		memberId: d.text().references(() => members.id),
		/** Null where the paper cannot be read. */
		answer: d.json<Answer>(),
		reason: d.text().notNull(),
	},
	(reading) => [d.primaryKey({ columns: [reading.decisionId, reading.number, reading.enteredBy] })],
)
