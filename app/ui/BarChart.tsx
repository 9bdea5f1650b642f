import { useId } from 'react'

export interface Bar {
	label: string
	/** What stands at its end. */
	value: string
	/** Its length, and of that a second part drawn striped; both in the same unit. */
	size: number
	striped?: number
	/** Not among those that count: drawn as an outline. */
	isHollow?: boolean
}

/** Longer labels are cut in the drawing; the table beside it has them whole. */
const longestLabel = 30

/**
 * Bars for the eye, told apart by filling and not by colour. Whoever shows it puts the same numbers in a table next to it,
 * so to a screen reader it is not there at all.
 */
export function BarChart({ bars, legend }: { bars: Bar[]; legend?: string }) {
	const id = useId()
	const most = Math.max(...bars.map(({ size, striped = 0 }) => size + striped), 0) || 1
	const percent = (size: number) => `${(100 * size) / most}%`
	return (
		<div className="chart" aria-hidden="true">
			{legend && <p className="chart__legend">{legend}</p>}
			<svg className="chart__bars" width="100%" height={bars.length * 50} aria-hidden="true" focusable="false">
				<Stripes id={id} />
				{bars.map(({ label, value, size, striped = 0, isHollow }, at) => (
					<g key={at}>
						<text x="0" y={at * 50 + 16} className="chart__label">
							{`${short(label)}: ${value}`}
						</text>
						<rect
							x="0"
							y={at * 50 + 22}
							width={percent(size)}
							height="16"
							className={isHollow ? 'chart__hollow' : 'chart__solid'}
						/>
						{striped > 0 && (
							<rect
								x={percent(size)}
								y={at * 50 + 22}
								width={percent(striped)}
								height="16"
								fill={`url(#${id})`}
								className="chart__striped"
							/>
						)}
					</g>
				))}
			</svg>
		</div>
	)
}

function Stripes({ id }: { id: string }) {
	return (
		<defs>
			<pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
				<rect width="8" height="8" className="chart__ground" />
				<path d="M-2 10 10-2M-2 2 2-2M6 10 10 6" className="chart__lines" />
			</pattern>
		</defs>
	)
}

export function short(label: string, longest = longestLabel): string {
	return label.length > longest ? `${label.slice(0, longest - 1).trimEnd()}…` : label
}
