import type { FileName } from '../../domain/decisions/published-files.ts'

/** In the order somebody without our program can use them. */
export const easiestFirst: readonly FileName[] = [
	'ballots.csv',
	'ballots-dictionary.csv',
	'result.json',
	'ballots.json',
	'ballots.pb',
	'ballots.blt',
]

/** What a file to take away holds. `isHidden`: so few voted in secret that it is the outcome alone. */
export function fileWords(file: FileName, isHidden: boolean): string {
	return isHidden ? outcomeWords : about[file]
}

const outcomeWords =
	'The question, what could be chosen, the outcome, how many could vote and how many did. Where the rules ask for it: whether enough of a voice took part, and how the casting vote was used. No ballot is in it, and nothing that says how many gave which answer.'

const about: Record<FileName, string> = {
	'ballots.json':
		'For a second count by our own program: every ballot and everything needed to count them. Each field is explained in the file.',
	'ballots.pb': 'For other programs: the ballots as Pabulib, the form that people who study participatory budgets use.',
	'ballots.blt': 'For other programs: the ballots as BLT, the form that most programs for counting ranked votes read.',
	'ballots.csv':
		'For everybody: the ballots. It opens in any spreadsheet, such as LibreOffice, Excel or Numbers. One row is one ballot.',
	'ballots-dictionary.csv': 'For everybody: what each column of the spreadsheet means. It opens in a spreadsheet too.',
	'result.json':
		'For comparing: the whole published result, with outcome, every round, ties, the lot. It opens in any text editor.',
}
