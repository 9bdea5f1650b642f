import type { FileName } from '../../domain/decisions/published-files.ts'

/** What a file to take away holds. `isHidden`: so few voted in secret that it is the outcome alone. */
export function fileWords(file: FileName, isHidden: boolean): string {
	return isHidden ? outcomeWords : about[file]
}

const outcomeWords =
	'The question, what could be chosen, the outcome, how many could vote and how many did. Where the rules ask for it: whether enough of a voice took part, and how the casting vote was used. No ballot is in it, and nothing that says how many gave which answer.'

const about: Record<FileName, string> = {
	'ballots.json':
		'Every ballot and everything needed to count them, in our own form. Each field is explained in the file.',
	'ballots.pb': 'The ballots as Pabulib, the form that people who study participatory budgets use.',
	'ballots.blt': 'The ballots as BLT, the form that most programs for counting ranked votes read.',
	'ballots.csv': 'The ballots for a spreadsheet: one row a ballot.',
	'ballots-dictionary.csv': 'What each column of the spreadsheet means.',
	'result.json':
		'The whole published result: outcome, every round, ties, the lot. This is what a recount is compared with.',
}
