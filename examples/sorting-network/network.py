"""Prints a sorting network for n inputs: a list of comparators [i, j] with i < j, run in this order."""
import json
import random
import sys

case = json.load(sys.stdin)
n = case["n"]


def run(network, state):
    for low, high in network:
        if state >> low & 1 and not state >> high & 1:
            state ^= 1 << low | 1 << high
    return state


def is_sorted(state):
    """All ones are at the upper end: the complement of the ones below is a row of zeros."""
    zeros = n - bin(state).count("1")
    return state == (1 << n) - (1 << zeros)


def sorts(network):
    """The 0-1 principle: a network that sorts every row of zeros and ones sorts everything."""
    return all(is_sorted(run(network, state)) for state in range(1 << n))


# EVOLVE-BLOCK-START
SEED = 7  # range 1..1000000
TRIES = 3  # range 1..40
FAR = 0.5  # range 0.0..1.0


def build():
    """Comparators drawn at random until everything is sorted, then those left out that are not needed; the shortest of some tries."""
    chance = random.Random(SEED)
    best = None
    for _ in range(TRIES):
        network, states = [], set(range(1 << n))
        while not all(is_sorted(state) for state in states):
            low = chance.randrange(n - 1)
            high = chance.randrange(low + 1, n) if chance.random() < FAR else low + 1
            network.append([low, high])
            states = {run(network[-1:], state) for state in states}
        for index in range(len(network) - 1, -1, -1):
            shorter = network[:index] + network[index + 1:]
            if sorts(shorter):
                network = shorter
        if best is None or len(network) < len(best):
            best = network
    return best


# EVOLVE-BLOCK-END
print(json.dumps(build()))
