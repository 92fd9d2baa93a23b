"""Judges a sorting network. Runs apart from the program, and believes nothing of what it printed."""
import json
import sys

# Fewest comparators that any network of n inputs can have; proved for all of these.
FEWEST = {4: 5, 5: 9, 6: 12, 7: 16, 8: 19}

given = json.load(sys.stdin)
n, network = given["case"]["n"], given["answer"]


def fault():
    """Why the answer is not a sorting network; None when it is one. Exact: every row of zeros and ones is tried (0-1 principle)."""
    if not isinstance(network, list) or len(network) > 1000:
        return "it must print a list of at most 1000 comparators"
    for pair in network:
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(wire) is int for wire in pair)):
            return f"{json.dumps(pair)[:80]} is not a comparator [i, j]"
        if not 0 <= pair[0] < pair[1] < n:
            return f"the comparator {pair} must have 0 <= i < j < {n}"
    for state in range(1 << n):
        row = [state >> wire & 1 for wire in range(n)]
        start = list(row)
        for low, high in network:
            if row[low] > row[high]:
                row[low], row[high] = row[high], row[low]
        if row != sorted(row):
            return f"it does not sort {start}"
    return None


def depth():
    """Steps needed when comparators on different wires work at the same time."""
    level = [0] * n
    for low, high in network:
        level[low] = level[high] = 1 + max(level[low], level[high])
    return max(level)


reason = fault()
if reason is not None:
    print(json.dumps({"invalid": reason}))
else:
    print(json.dumps({
        # 1 for a network with as few comparators as there can be.
        "score": FEWEST[n] / len(network),
        "parts": {"comparators": len(network), "depth": depth()},
        "measures": {"depth": depth()},
    }))
