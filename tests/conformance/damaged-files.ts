import type { CsvForm } from '../../app/domain/decisions/ballot-files/ballots-csv.ts'

/** Small files of our own with every part a reader knows, to be damaged. */
export const undamaged = {
	pb: [
		pabulib(
			'vote_type;ordinal\nmax_length;3\nbudget;1 000,50\nrule;equalshares/add1-comparison\nmin_project_score_threshold;2\ncomment;#1: Alongside recount: --method greedy --tie-order b,a #2: more',
			'project_id;cost;name;selected\na;100.50;"A; ""x""";1\nb;250;B;0\nc;999999999;C;2',
			'voter_id;age;vote;voting_method\nv1;20;a,b,c;internet\nv2;30;b;paper\nv3;;;\nv4;40;"b,a";internet',
		),
		pabulib(
			'vote_type;cumulative\nmax_sum_points;5\nbudget;30\nrule;mes',
			'project_id;cost;name;votes;score\n1;10;"One\nmore line";1;3\n2;12;Two;1;2\n3;9;Three;1;5',
			'voter_id;vote;points\n1;1,2;3,2\n2;3;5\n3;;',
		),
		pabulib(
			'vote_type;scoring\nmin_points;-2\nmax_points;2\ndefault_score;1\nbudget;20\nrule;greedy-threshold',
			'project_id;cost\nx;10\ny;11',
			'voter_id;vote;points\na;x,y;2,-1\nb;y,x;1,-2\nc;x;0',
		),
	],
	blt: [
		'# Alongside recount: --method irv --ids a,b,c,d --tie-order d,c,b,a\n# A show of views\n4 2\n[tie 3 1 2 4]\n-4\n3 1=2 3 0\n2 - 3 1 0 # late\n(id1) 2 1 0\n1 0\n4 4 1 0\n0\n"Ann ""A"" Bell"\n"Bob # 1"\n"Cy"\n"Di (Labour)"\n"Title // here"\n',
		'3 1\n[nick a b c]\n[droop]\n2 a b 0\n1 c=b a 0\n0\n"A" "x"\n"B",\nC\n',
		'4 2 -2 3 1 3 4 0 4 1 3 2 0 2 4 1 3 0 1 2 0 0 "Adam" "Basil" "Charlotte" "Donald" "Title"\n',
	],
	csv: [
		'ballot,decision,voice,a,"b ""x""",\'=c\r\n1,DEC-1 Show of views,v1,3,,\r\n2,DEC-1 Show of views,v2,,2,1\r\n3,DEC-1 Show of views,v2,,,\r\n',
		'ballot,a,b,c\n1,1,2,3\n2,,1,\n3,2,2,1\n',
		'ballot;voice;choice\r\n1;x;for\r\n2;y;against\r\n3;x;agree\r\n',
	],
	json: [
		'{"format":"alongside-ballots/1","title":"T","method":"greedy","options":{"threshold":1},"tieOrder":["b","a"],"budget":"10.50","choices":[{"id":"a","name":"A","cost":"5"},{"id":"b","cost":"5.25"},{"id":"c","cost":"3","withdrawn":true}],"ballots":[{"count":2,"points":{"a":1,"b":1}},{"voice":"x","points":{"b":1}},{}],"spoilt":1,"dictionary":{}}',
		'{"format":"alongside-ballots/1","title":"T","method":"scottish-stv","options":{"seats":2},"tieOrder":["b","a"],"choices":[{"id":"a"},{"id":"b"}],"ballots":[{"count":2,"ranks":[["a"],["b"]]},{"ranks":[["a","b"]]},{"ranks":[]}],"dictionary":{}}',
	],
}

function pabulib(meta: string, projects: string, votes: string): string {
	return `META\nkey;value\n${meta}\nPROJECTS\n${projects}\nVOTES\n${votes}\n`
}

const approvals = (meta: string, projects = 'project_id;cost\na;3\nb;4', votes = 'voter_id;vote\n1;a,b\n2;b') =>
	pabulib(`num_projects;2\nnum_votes;2\nvote_type;approval\nrule;greedy\n${meta}`, projects, votes)

const ordinal = (places: string) =>
	pabulib(
		`num_projects;2\nnum_votes;2\nbudget;7\nvote_type;ordinal\nrule;equalshares\nmax_length;${places}`,
		'project_id;cost\na;3\nb;4',
		'voter_id;vote\n1;a,b\n2;b',
	)

type Expected = 'refused' | { [part: string]: unknown }

/** What the two programs once read differently, or both wrongly: by damage, or in files of other programs. */
export const foundByDamage = {
	pb: [
		['a header without a line end before it', 'META\nbudget;20\nPROJECTS\nVOTES\nvoter_id;vote\n', 'refused'],
		['two columns of votes', approvals('budget;7', undefined, 'vote;vote\na;b\nb;a'), 'refused'],
		['no column of votes and nobody voting', approvals('budget;7', undefined, 'voter_id'), 'refused'],
		['an amount that may be twenty or twenty thousand', approvals('budget;20,000'), 'refused'],
		['an amount with a decimal comma', approvals('budget;7,5'), { budget: 75n, isStrict: false }],
		[
			'key;value left out',
			approvals('budget;7').replace('key;value\n', ''),
			{ budget: 7n, rule: 'greedy', isStrict: false },
		],
		[
			'spaces after every separator, as in the words on the format',
			approvals('budget; 7', 'project_id; cost\na; 3\nb; 4', 'voter_id; vote\n1; a, b\n2; b'),
			{
				budget: 7n,
				ballots: [
					[
						['a', 1],
						['b', 1],
					],
					[['b', 1]],
				],
			},
		],
		[
			'what a ballot does not name has the default score',
			pabulib(
				'num_projects;2\nnum_votes;1\nbudget;7\nvote_type;scoring\nrule;greedy\ndefault_score;2',
				'project_id;cost\na;3\nb;4',
				'voter_id;vote;points\n1;a;5',
			),
			{
				ballots: [
					[
						['a', 5],
						['b', 2],
					],
				],
				isStrict: false,
			},
		],
		[
			'more points than add up exactly',
			pabulib(
				'budget;7\nvote_type;cumulative\nrule;greedy',
				'project_id;cost\na;3',
				'voter_id;vote;points\n1;a;9007199254740991\n2;a;1',
			),
			'refused',
		],
		['a threshold that is no number', approvals('budget;7\nmin_project_score_threshold;many'), 'refused'],
		['a threshold of a point and a half', approvals('budget;7\nmin_project_score_threshold;1.5'), 'refused'],
		['a threshold below nothing', approvals('budget;7\nmin_project_score_threshold;-1'), 'refused'],
		[
			'a threshold with nothing after its point',
			approvals('budget;7\nmin_project_score_threshold;2.0'),
			{ threshold: 2, isStrict: true },
		],
		['two and a half places', ordinal('2.5'), 'refused'],
		['no place at all', ordinal('0'), 'refused'],
		['fewer places than a ballot has', ordinal('1'), { isStrict: false }],
		['as many places as a ballot has', ordinal('2'), { isStrict: true }],
		['more projects than a ballot may name', approvals('budget;7\nmax_length;1'), { isStrict: false }],
		[
			'more points than a ballot may give',
			pabulib(
				'num_projects;1\nnum_votes;1\nbudget;7\nvote_type;cumulative\nrule;greedy\nmax_sum_points;5',
				'project_id;cost\na;3',
				'voter_id;vote;points\n1;a;6',
			),
			{ ballots: [[['a', 6]]], isStrict: false },
		],
		['a row cut short', approvals('budget;7', undefined, 'voter_id;vote\n1;a,b\n2'), { isStrict: false }],
		[
			'votes that are not those on the ballots',
			approvals('budget;7', 'project_id;cost;votes\na;3;1\nb;4;9'),
			{ isStrict: false },
		],
		[
			'votes that are those on the ballots',
			approvals('budget;7', 'project_id;cost;votes;score\na;3;1;1\nb;4;2;2.0'),
			{ isStrict: true },
		],
		['what may be thousands, with a point', approvals('budget;7.000'), { budget: 7n, isStrict: false }],
		['a carriage return after the last line', `${approvals('budget;7')}\r`, { isStrict: true }],
		['a lone carriage return at the end', `${approvals('budget;7').trimEnd()}\r`, { isStrict: true }],
	] as [string, string, Expected][],
	blt: [
		[
			'all of it on one line, as the first programs wrote it',
			undamaged.blt[2]!,
			{
				candidates: ['Adam', 'Basil', 'Charlotte', 'Donald'],
				withdrawn: ['Basil'],
				seats: 2,
				ballots: [
					[3, [['Adam'], ['Charlotte'], ['Donald']]],
					[4, [['Adam'], ['Charlotte'], ['Basil']]],
					[2, [['Donald'], ['Adam'], ['Charlotte']]],
					[1, [['Basil']]],
				],
				title: 'Title',
			},
		],
		['the withdrawn in brackets', '2 1\n[withdrawn 2]\n1 2 1 0\n0\n"A"\n"B"\n"T"\n', { withdrawn: ['B'] }],
		[
			'a withdrawn number that is nobody',
			'2 1\n-0 -9\n1 2 1 0\n0\n"A"\n"B"\n"T"\n',
			{ withdrawn: [], isStrict: false },
		],
		[
			'two ballots on one line',
			'2 1\n1 2 0 3 1 0\n0\n"A"\n"B"\n"T"\n',
			{
				ballots: [
					[1, [['B']]],
					[3, [['A']]],
				],
				isStrict: false,
			},
		],
		['a comma before the first number', ',2 1\n1 2 0\n0\n"A"\n"B"\n"T"\n', { seats: 1 }],
		[
			'a ballot id in the middle of a line',
			'2 1\n1 2 0 (id) 1 0\n0\n"A"\n"B"\n"T"\n',
			{
				ballots: [
					[1, [['B']]],
					[1, [['A']]],
				],
			},
		],
		['a 0 after a comma ends the ballots', '2 1\n1 2 0\n,0\n"A"\n"B"\n"T"\n', { candidates: ['A', 'B'] }],
		['a line of commas', '2 1\n1 2 0\n,\n0\n"A"\n"B"\n"T"\n', { ballots: [[1, [['B']]]], isStrict: false }],
		[
			'a comment with a line separator in it',
			'2 1 # a\u2028b\n1 2 0\n0\n"A"\n"B"\n"T"\n',
			{ seats: 1, ballots: [[1, [['B']]]] },
		],
		['a weight that no number can hold', '2 1\n99999999999 2 0\n1 1 0\n0\n"A"\n"B"\n"T"\n', { spoilt: 1 }],
		['one nickname for two', '2 1\n[nick x x]\n1 x 0\n0\n"A"\n"B"\n"T"\n', { ballots: [[1, [['A']]]] }],
		[
			'a candidate who is called like a comment of ours',
			'2 1\n1 2 0\n0\n"Alongside recount: --method schulze"\n"B"\n"T"\n',
			{ asks: [] },
		],
		['what may be a thousand ballots or one', '2 1\n1,000 2 0\n0\n"A"\n"B"\n"T"\n', 'refused'],
		['commas between all numbers', '2 1\n100,2,1,0\n0\n"A"\n"B"\n"T"\n', { ballots: [[100, [['B'], ['A']]]] }],
		['withdrawn twice', '2 1\n-2 -2\n1 2 1 0\n0\n"A"\n"B"\n"T"\n', { withdrawn: ['B'] }],
		[
			'one ballot on two lines, and a nickname between them',
			'2 1\n2 1 0\n2 1 0\n[nick b 1]\n2 1 0\n0\n"A"\n"B"\n"T"\n',
			{
				ballots: [
					[4, [['A']]],
					[2, [['B']]],
				],
			},
		],
		['a thousand and one candidates', '1001 1\n0\n"A"\n', 'refused'],
	] as [string, string, Expected][],
	csv: [
		['points', '"ballot";a\r\n1;2\r\n', { ballots: [['', '', [['a', 2]]]], isStrict: false }],
		['points', 'ballot,a\n1,1e3\n2,0x1\n3,1.0\n4,+1\n', { spoilt: 4 }],
		['points', 'ballot,a\n1,"2\n', 'refused'],
		['points', 'ballot,a\n1,2"3\n', { spoilt: 1 }],
		['ranks', 'ballot,a\n1,0\n', { spoilt: 1 }],
		['answers', 'ballot,choice\n1,\n2,maybe\n3,for\n', { spoilt: 2, ballots: [['', 'for', []]] }],
	] as [CsvForm, string, Expected][],
	json: [
		['no method', { method: undefined }],
		['a method nobody knows', { method: 'dice' }],
		['two choices with one id', { choices: [{ id: 'a' }, { id: 'a' }] }],
		['an amount that is a number', { budget: 10 }],
		['an amount that is none', { choices: [{ id: 'a', cost: '5.2１' }] }],
		['half a ballot', { ballots: [{ count: 0.5 }] }],
		['more ballots than add up exactly', { ballots: [{ count: 900_000_000 }, { count: 900_000_000 }] }],
		['more points than add up exactly', { ballots: [{ count: 2, points: { a: Number.MAX_SAFE_INTEGER } }] }],
		['points in a list', { ballots: [{ points: [1] }] }],
		['ranks that are no lists', { ballots: [{ ranks: 1000 }] }],
		['spoilt below zero', { spoilt: -1 }],
		['options that are no options', { options: { step: ['1'] } }],
	] as [string, object][],
}
