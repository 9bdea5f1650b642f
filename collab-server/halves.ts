import * as Y from 'yjs'

/**
 * Has an edit broken a letter in two without leaving anything that says so? Yjs splits text wherever an edit points, also
 * for an edit that it then leaves out because it knows it already, or takes as garbage. Between the halves of a surrogate
 * pair (most emoji) the split writes U+FFFD over both, and since nothing new came of it nobody is told: this replica and
 * whoever comes later would read something else than those who are here. Something between the halves, or a half that is
 * deleted, breaks the letter in every replica alike.
 *
 * Call at the end of the transaction, before Yjs joins what it has split.
 */
export function hasHalved({ _mergeStructs }: Y.Transaction): boolean {
	return _mergeStructs.some((right) => {
		if (!(right instanceof Y.Item) || !(right.left instanceof Y.Item)) return false
		const { left } = right
		if (left.id.client !== right.id.client || left.id.clock + left.length !== right.id.clock) return false
		return standingText(left)?.endsWith('\ufffd') === true && standingText(right)?.startsWith('\ufffd') === true
	})
}

function standingText({ deleted, content }: Y.Item): string | null {
	return !deleted && content instanceof Y.ContentString ? content.str : null
}
