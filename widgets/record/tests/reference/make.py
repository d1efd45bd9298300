"""Makes two hundred sets of made-up pairs and what scipy says of them.

    pip install scipy==1.17.1
    python make.py > pairs.json

A set is {"most": …, "pairs": [[before, after] …], "is": […]} with null for a missing answer. What it
comes to: pairs, means before and after, difference, its 95 % interval, effect size, gain, W, p.
"""

import json
import random
import sys
from itertools import product

import numpy as np
from scipy import stats

chance = random.Random(20261130)


def answers(n, most, easy, better, ties, missing):
    """So many pairs; `ties` is the size of the steps of a score."""
    pairs = []
    for _ in range(n):
        skill = chance.gauss(easy, 0.18)
        before, after = (
            min(max(round((skill + gain + chance.gauss(0, 0.12)) * most / ties) * ties, 0), most)
            for gain in (0, better)
        )
        pair = [None if chance.random() < missing else round(score, 3) for score in (before, after)]
        pairs.append(pair)
    return pairs


def signed_rank(differences):
    """Wilcoxon's test: exact as far as scipy counts it out, ties by going through all signs."""
    differing = differences[np.abs(differences) > 1e-9]
    n = len(differing)
    if n == 0:
        return None, None
    ranks = stats.rankdata(np.round(np.abs(differing), 6))
    w = min(ranks[differing > 0].sum(), ranks[differing < 0].sum())
    has_ties = len(set(ranks)) < n
    if n > 50:
        p = stats.wilcoxon(np.round(differing, 6), correction=False, method="asymptotic").pvalue
    elif not has_ties:
        p = stats.wilcoxon(np.round(differing, 6), method="exact").pvalue
    elif n <= 13:
        signs = np.array(list(product([0, 1], repeat=n)))
        p = min(2 * np.mean(signs @ ranks <= w + 1e-9), 1)
    else:
        # The distribution of a sum is the product of polynomials, here in whole numbers.
        ways = [1]
        for rank in (2 * ranks).astype(int):
            longer = [0] * (len(ways) + rank)
            for at, count in enumerate(ways):
                longer[at] += count
                longer[at + rank] += count
            ways = longer
        p = min(2 * sum(ways[: int(round(2 * w)) + 1]) / 2**n, 1)
    return float(w), float(p)


def reference(most, pairs):
    whole = np.array([pair for pair in pairs if None not in pair], dtype=float)
    if len(whole) == 0:
        return None
    before, after = whole[:, 0], whole[:, 1]
    differences = np.round(after - before, 6)
    found = [len(whole), before.mean(), after.mean(), differences.mean()]
    if len(whole) > 1:
        interval = stats.ttest_rel(after, before).confidence_interval(0.95)
        spread = differences.std(ddof=1)
        if spread == 0:
            interval = (differences.mean(), differences.mean())
        found += [interval[0], interval[1], differences.mean() / spread if spread > 0 else None]
    else:
        found += [None, None, None]
    found.append((after.mean() - before.mean()) / (most - before.mean()) if before.mean() < most else None)
    found += signed_rank(differences)
    return [None if value is None else float(value) for value in found]


sets = []
sizes = [1, 2, 3, 5, 6, 8, 10, 12, 13, 14, 18, 20, 25, 30, 40, 50, 55, 60, 80, 120]
for n in sizes:
    for kind in range(10):
        most = (6, 6, 10, 100, 6, 20, 1, 6, 12, 6)[kind]
        ties = (1, 1, 0.5, 0.1, 1, 1, 1, 0.001, 1, 1)[kind]
        better = (0.1, 0.0, 0.2, 0.05, -0.1, 0.3, 0.1, 0.1, 0.02, 0.4)[kind]
        missing = (0, 0.15, 0, 0.1, 0.3, 0, 0.05, 0, 0.2, 0)[kind]
        easy = 0.95 if kind == 9 else 0.5
        pairs = answers(n, most, easy, better, ties, missing)
        sets.append({"most": most, "pairs": pairs, "is": reference(most, pairs)})

lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in sets)
sys.stdout.write(f"[\n{lines}\n]\n")
