import { notFound } from '~/http/visit.ts'

export function loader() {
	throw notFound()
}

export function action() {
	throw notFound()
}

export default function NotFoundPage() {
	return null
}
