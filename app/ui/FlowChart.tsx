import { useId } from 'react'

export interface FlowRow {
	/** A letter or two that stand in the drawing for its name. */
	mark: string
	label: string
	/** How much it has in each round; null once it is out. */
	sizes: (number | null)[]
}

export interface FlowChartProps {
	rows: FlowRow[]
	title: string
	/** Where the same numbers stand as words. */
	same: string
}

/** The drawing's own measure: columns are stretched to whatever room there is, and nothing is told by a length across. */
const across = 1000
const tall = 300
/** Room above each block for its mark. */
const gap = 30
const top = 60

/**
 * Votes from round to round: one column a round, one block an option, and a band for every vote that moved. Blocks carry the
 * mark of their option and the marks are explained below, so that the drawing fits a phone and no name is cut. Bands run from
 * block to block; nothing is told by colour. The table next to it says the same.
 */
export function FlowChart({ rows, title, same }: FlowChartProps) {
	const id = useId()
	const rounds = rows[0]?.sizes.length ?? 0
	const all = Math.max(...Array.from({ length: rounds }, (_, at) => sum(rows.map(({ sizes }) => sizes[at] ?? 0))), 0)
	const perVote = all > 0 ? tall / all : 0
	const columns = Array.from({ length: rounds }, (_, at) => columnOf(rows, at, perVote))
	const whole = Math.max(...columns.flat().map(({ y, size }) => y + (size ?? 0) * perVote), top) + 4
	const block = Math.min(80, across / (2 * rounds))
	const step = (across - block) / Math.max(1, rounds - 1)
	const down = (y: number) => `${((100 * y) / whole).toFixed(2)}%`
	const over = (at: number) => `${((100 * at * step) / across).toFixed(2)}%`
	return (
		<figure className="chart">
			<figcaption className="chart__legend">{title} The number over each column is its round.</figcaption>
			<svg
				className="chart__svg"
				width="100%"
				height={`${whole / 16}rem`}
				role="img"
				aria-labelledby={`${id}t ${id}d`}
				focusable="false"
			>
				<title id={`${id}t`}>{title}</title>
				<desc id={`${id}d`}>{same}</desc>
				<svg
					viewBox={`0 0 ${across} ${whole}`}
					preserveAspectRatio="none"
					width="100%"
					height="100%"
					aria-hidden="true"
				>
					{columns.slice(1).map((column, at) => (
						<Bands
							key={at}
							from={columns[at]!}
							to={column}
							x={[at * step + block, (at + 1) * step]}
							perVote={perVote}
						/>
					))}
					{columns.map((column, at) =>
						column.map(
							({ mark, y, size }) =>
								size !== null && (
									<rect
										key={`${at} ${mark}`}
										x={at * step}
										y={y}
										width={block}
										height={Math.max(2, size * perVote)}
										className="chart__solid"
									/>
								),
						),
					)}
				</svg>
				{columns.map((column, at) => (
					<g key={at}>
						<text x={over(at)} y={down(20)} className="chart__head">
							{at + 1}
						</text>
						{column.map(
							({ mark, y, size }) =>
								size !== null && (
									<text key={mark} x={over(at)} y={down(y - 6)} className="chart__label">
										{mark}
									</text>
								),
						)}
					</g>
				))}
			</svg>
			<ul className="chart__key">
				{rows.map(({ mark, label }) => (
					<li key={mark}>
						<strong>{mark}</strong> {label}
					</li>
				))}
			</ul>
		</figure>
	)
}

interface Block {
	mark: string
	y: number
	size: number | null
}

function columnOf(rows: FlowRow[], round: number, perVote: number): Block[] {
	let y = top
	return rows.map(({ mark, sizes }) => {
		const size = sizes[round] ?? null
		const block = { mark, y, size }
		y += (size ?? 0) * perVote + (size === null ? 0 : gap)
		return block
	})
}

interface BandsProps {
	from: Block[]
	to: Block[]
	/** Where the first column ends and the second begins. */
	x: [number, number]
	perVote: number
}

/** What each keeps runs straight on; what one loses runs to those that gain. */
function Bands({ from, to, x: [x1, x2], perVote }: BandsProps) {
	const left = from.map(({ size }) => size ?? 0)
	const right = to.map(({ size }) => size ?? 0)
	const kept = left.map((size, at) => Math.min(size, right[at]!))
	const lost = left.map((size, at) => size - kept[at]!)
	const gained = right.map((size, at) => size - kept[at]!)
	const moved = sum(gained) || 1
	const bands: { d: string; isMoved: boolean }[] = []
	const takenFrom = [...kept]
	const givenTo = [...kept]
	const band = (a: number, b: number, size: number, fromAt: number, toAt: number, isMoved: boolean) => {
		const [y1, y2] = [from[a]!.y + fromAt * perVote, to[b]!.y + toAt * perVote]
		const [h, middle] = [size * perVote, (x1 + x2) / 2]
		bands.push({
			isMoved,
			d: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y2 + h}C${middle} ${y2 + h} ${middle} ${y1 + h} ${x1} ${y1 + h}Z`,
		})
	}
	for (const [at, size] of kept.entries()) if (size > 0) band(at, at, size, 0, 0, false)
	for (const [a, given] of lost.entries())
		for (const [b, taken] of gained.entries()) {
			const size = (given * taken) / moved
			if (size <= 0) continue
			band(a, b, size, takenFrom[a]!, givenTo[b]!, true)
			takenFrom[a]! += size
			givenTo[b]! += size
		}
	return (
		<>
			{bands.map(({ d, isMoved }, at) => (
				<path key={at} d={d} className={isMoved ? 'chart__moved' : 'chart__kept'} />
			))}
		</>
	)
}

function sum(sizes: readonly number[]): number {
	return sizes.reduce((total, size) => total + size, 0)
}
