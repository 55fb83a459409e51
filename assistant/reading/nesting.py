"""How deep list items stand, from their indents and their bullets."""

from assistant.reading.drafts import NUMBER, Draft, starts_lower


def marker_sort(draft: Draft) -> str:
    """The kind of an item's marker: number, letter, or the bullet itself."""
    core = draft.marker.strip("().")
    if core.isdigit():
        return "number"
    return "letter" if core.isalpha() else draft.marker[:1]


def item_depths(items: list[Draft]) -> list[int]:
    """The depth of every item of one list, 0 for the outermost."""
    depths = _by_sight(items)
    _lift_mistaken(items, depths)
    _sink_lower_case(items, depths)
    return depths


def _by_sight(items: list[Draft]) -> list[int]:
    depths: list[int] = []
    stack: list[tuple[int, str]] = []
    for item in items:
        indent, sort = item.depth, marker_sort(item)
        while stack and indent < stack[-1][0] - 1:
            stack.pop()
        deeper = bool(stack) and indent > stack[-1][0] + 1
        if not deeper:
            alike = [
                place for place, (at, known) in enumerate(stack) if known == sort and abs(at - indent) <= 1
            ]
            if alike:
                del stack[alike[-1] :]
            elif sort == "number":
                stack.clear()
        stack.append((indent, sort))
        depths.append(len(stack) - 1)
    return depths


def _lift_mistaken(items: list[Draft], depths: list[int]) -> None:
    """An item that introduces nothing and has all its siblings below it was only indented less by mistake."""
    for number, depth in enumerate(depths):
        end = next((below for below in range(number + 1, len(items)) if depths[below] < depth), len(items))
        below = range(number + 1, end)
        same_sort = all(marker_sort(items[place]) == marker_sort(items[number]) for place in below)
        alone = all(depths[place] > depth for place in below) and (not number or depths[number - 1] < depth)
        several = len(below) > 1 or all(NUMBER.match(items[place].text) for place in (number, *below))
        if below and alone and same_sort and not items[number].text.endswith(":") and several:
            for place in below:
                depths[place] -= 1


def _sink_lower_case(items: list[Draft], depths: list[int]) -> None:
    """Items in small letters behind one that begins with a capital and ends in a colon stand under it."""
    above: int | None = None
    for number, item in enumerate(items):
        if above is not None and depths[number] == above and starts_lower(item.text):
            depths[number] += 1
            continue
        announces = item.text.endswith(":") and not starts_lower(item.text)
        above = depths[number] if announces else None
