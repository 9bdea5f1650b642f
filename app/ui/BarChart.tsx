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

export interface BarChartProps {
	bars: Bar[]
	/** What is drawn and what the fillings mean. */
	legend: string
	/** Where the same numbers stand as words: "The table “The count” has the same numbers." */
	same: string
}

/**
 * Bars for the eye, told apart by filling and not by colour. Names are ordinary words over their bars, so that none is cut. To a
 * screen reader it is one picture that says where its numbers are read.
 */
export function BarChart({ bars, legend, same }: BarChartProps) {
	const most = Math.max(...bars.map(({ size, striped = 0 }) => size + striped), 0) || 1
	return (
		<div className="chart" role="img" aria-label={`Drawing. ${legend} ${same}`}>
			<p className="chart__legend">{legend}</p>
			{bars.map(({ label, value, size, striped = 0, isHollow }, at) => (
				<div key={at} className="chart__bar">
					<span className="chart__words">
						{label}: <strong>{value}</strong>
					</span>
					<Drawn full={(100 * size) / most} striped={(100 * striped) / most} isHollow={isHollow} />
				</div>
			))}
		</div>
	)
}

interface DrawnProps {
	/** Percent of the longest. */
	full: number
	striped: number
	isHollow?: boolean | undefined
}

/** Nothing at all is a short line, so that no bar looks forgotten. */
function Drawn({ full, striped, isHollow }: DrawnProps) {
	const id = useId()
	return (
		<svg className="chart__svg" width="100%" height="1rem" aria-hidden="true" focusable="false">
			{striped > 0 && <Stripes id={id} />}
			<rect x="1" y="1" width={share(full)} height="0.85rem" className={isHollow ? 'chart__hollow' : 'chart__solid'} />
			{striped > 0 && (
				<rect
					x={share(full)}
					y="1"
					width={share(striped)}
					height="0.85rem"
					fill={`url(#${id})`}
					className="chart__striped"
				/>
			)}
		</svg>
	)
}

/** A little less than all, so that the line around a full bar is inside the drawing. */
function share(percent: number): string {
	return `${Math.max(0.3, percent * 0.99).toFixed(2)}%`
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
