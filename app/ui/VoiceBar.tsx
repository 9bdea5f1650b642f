import { useId } from 'react'
import { VoiceMark } from './VoiceMark.tsx'
import { voiceClass } from './voice-shapes.ts'

export interface VoicePart {
	name: string
	shape: number
	/** Whole percent of all the words; what the parts leave over stays white. */
	percent: number
}

/** How much each voice wrote: a bar with patterns for the eye, and the same in words below it for everybody. */
export function VoiceBar({ parts }: { parts: VoicePart[] }) {
	const id = useId()
	return (
		<figure className="voice-bar">
			{/* Widths are attributes: the page's Content-Security-Policy allows no `style`. */}
			<svg className="voice-bar__bar" width="100%" height="26" aria-hidden="true" focusable="false">
				<defs>
					{parts.map(({ shape }, index) => (
						<Pattern key={index} id={`${id}${index}`} shape={shape} />
					))}
				</defs>
				{parts.map(({ percent }, index) => (
					<rect
						key={index}
						x={`${before(parts, index)}%`}
						width={`${percent}%`}
						height="26"
						fill={`url(#${id}${index})`}
						className="voice-bar__part"
					/>
				))}
			</svg>
			<ul className="voice-bar__words">
				{parts.map(({ name, shape, percent }, index) => (
					<li key={index}>
						<VoiceMark shape={shape} name={`${name} ${percent}%`} />
					</li>
				))}
			</ul>
		</figure>
	)
}

const before = (parts: VoicePart[], index: number) => parts.slice(0, index).reduce((sum, part) => sum + part.percent, 0)

/** Plain, slanted, upright, level, the other slant, dotted, crossed, chequered: told apart without colour. */
const lines = [
	'',
	'M-2 12 12-2M-2 2 2-2M8 12 12 8',
	'M3 0V10',
	'M0 3H10',
	'M-2-2 12 12M8-2 12 2M-2 8 2 12',
	'M5 4v2',
	'M0 5H10M5 0V10',
	'M0 0H5V5H10V10H5V5H0Z',
]

function Pattern({ id, shape }: { id: string; shape: number }) {
	return (
		<pattern id={id} width="10" height="10" patternUnits="userSpaceOnUse" className={voiceClass(shape)}>
			<rect width="10" height="10" className="voice-bar__ground" />
			<path d={lines[shape % lines.length]} className="voice-bar__lines" />
		</pattern>
	)
}
