"""The holds that the entries of a trail tell of, to be compared with those that stand."""


def standing(holds):
    """Return ``{id: last day}`` of those that are not lifted; days as ISO texts, None without an end.

    Parameters:
        holds: as in ``holding``.
    """
    return {
        hold["id"]: hold["until"].isoformat() if hold["until"] else None for hold in holds if hold["lifted"] is None
    }


def traced(entries):
    """Return ``{id: (last day, number of the entry)}`` of the holds that were set and not lifted.

    Parameters:
        entries: with ``seq``, ``operation`` and ``details``, oldest first.
    """
    found = {}
    for entry in entries:
        details = entry.details
        if entry.operation == "hold":
            found[details["hold"]] = (details["until"], entry.seq)
        elif entry.operation == "extend-hold":
            found.pop(details["hold"], None)
            found[details.get("becomes", details["hold"])] = (details["until"], entry.seq)
        elif entry.operation == "lift-hold":
            for hold_id in details["holds"]:
                found.pop(hold_id, None)
    return found
