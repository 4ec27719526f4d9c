"""The network of departments: which of them meet in the same matters, and how closely."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from graph.dutygraph import DutyGraph


def project(graph: DutyGraph) -> nx.Graph[str]:
    """Return the one-mode projection of a duty graph on its departments.

    Two departments are tied when they have a part in the same matter, and the tie weighs

        w(a, b) = Σ 1 / (n_m − 1)   over the matters m that both have a part in,

    where n_m is the number of departments of the matter. A matter of twenty departments thus makes 190 faint ties
    and not 190 strong ones, and a department's ties add up to the number of matters that it shares with anybody
    (M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132, 2001).

    Args:
        graph: one jurisdiction. Words that name no department (generic bodies) are left out.

    Returns:
        A graph with all departments as nodes (isolated ones too), in the order they were met; node attribute
        `matters` is the number of matters, edge attribute `weight` the sum above, `matters` how many they share.

    Example:
        >>> project(DutyGraph("甲县", (), (), (), ())).number_of_nodes()
        0
    """
    network: nx.Graph[str] = nx.Graph(jurisdiction=graph.jurisdiction)
    network.add_nodes_from((body.id for body in graph.bodies() if not body.generic), matters=0)
    for matter in graph.matters():
        _tie(network, dict.fromkeys(part.body for part in graph.parts(matter.id) if part.body in network))
    return network


def _tie(network: nx.Graph[str], parties: dict[str, None]) -> None:
    """Add what one matter gives to its parties and their ties."""
    for body in parties:
        network.nodes[body]["matters"] += 1
    for one, other in combinations(parties, 2):
        tie = network.get_edge_data(one, other, {"weight": 0.0, "matters": 0})
        weight = tie["weight"] + 1 / (len(parties) - 1)
        network.add_edge(one, other, weight=weight, matters=tie["matters"] + 1)
