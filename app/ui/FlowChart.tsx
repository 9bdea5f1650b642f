import { useId } from 'react'
import { short } from './BarChart.tsx'

export interface FlowRow {
	label: string
	/** How much it has in each round; null once it is out. */
	sizes: (number | null)[]
}

/** How many units are between two rounds, and how tall the drawing is. */
const step = 170
const node = 14
const tall = 300
const gap = 26

/**
 * Votes from round to round: one column a round, one block an option, and a band for every vote that moved. Blocks carry
 * their names, and bands run from block to block, so nothing is told by colour. The table next to it says the same.
 */
export function FlowChart({ rows, caption }: { rows: FlowRow[]; caption: string }) {
	const id = useId()
	const rounds = rows[0]?.sizes.length ?? 0
	const all = Math.max(...Array.from({ length: rounds }, (_, at) => sum(rows.map(({ sizes }) => sizes[at] ?? 0))), 0)
	const perVote = all > 0 ? (tall - gap * rows.length) / all : 0
	const columns = Array.from({ length: rounds }, (_, at) => columnOf(rows, at, perVote))
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section className="scroll chart" aria-labelledby={id} tabIndex={0}>
			<p className="chart__legend" id={id}>
				{caption}
			</p>
			<svg width={rounds * step} height={tall + 30} aria-hidden="true" focusable="false">
				{columns.slice(1).map((column, at) => (
					<Bands key={at} from={columns[at]!} to={column} round={at} perVote={perVote} />
				))}
				{columns.map((column, at) => (
					<g key={at}>
						<text x={at * step} y="14" className="chart__head">
							{`Round ${at + 1}`}
						</text>
						{column.map(
							({ label, top, size }) =>
								size !== null && (
									<g key={label}>
										<rect
											x={at * step}
											y={top}
											width={node}
											height={Math.max(1, size * perVote)}
											className="chart__solid"
										/>
										<text x={at * step + node + 4} y={top + 12} className="chart__label">
											{short(label, 16)}
										</text>
									</g>
								),
						)}
					</g>
				))}
			</svg>
		</section>
	)
}

interface Block {
	label: string
	top: number
	size: number | null
}

function columnOf(rows: FlowRow[], round: number, perVote: number): Block[] {
	let top = 26
	return rows.map(({ label, sizes }) => {
		const size = sizes[round] ?? null
		const block = { label, top, size }
		top += (size ?? 0) * perVote + (size === null ? 0 : gap)
		return block
	})
}

/** What each keeps runs straight on; what one loses runs to those that gain. */
function Bands({ from, to, round, perVote }: { from: Block[]; to: Block[]; round: number; perVote: number }) {
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
		const [x1, x2] = [round * step + node, (round + 1) * step]
		const [y1, y2] = [from[a]!.top + fromAt * perVote, to[b]!.top + toAt * perVote]
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
