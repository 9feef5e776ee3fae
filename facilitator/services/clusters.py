"""Clusters inside clusters: putting one in and out again, and what becomes of what a cluster held."""

from dataclasses import replace

from facilitator.domain.cards import Card, Cluster
from facilitator.domain.changes import ChangeSet
from facilitator.domain.errors import Conflict
from facilitator.domain.ids import ClusterId
from facilitator.domain.records import need
from facilitator.persistence.unit_of_work import Operation
from facilitator.services.operations import Operations
from facilitator.services.voting import delete_votes


class Clusters:
    """What is done with a cluster that may stand inside another."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations

    def put_inside(self, cluster: ClusterId, outer: ClusterId | None) -> ChangeSet:
        """Put a cluster with all it holds into another, as the last there, or let it stand by itself.

        Raises NotFound, or Conflict when the other is on another board or inside the first one.
        """

        def change(operation: Operation) -> None:
            found = need(operation, Cluster, cluster)
            if outer is not None:
                _refuse_place(operation, found, need(operation, Cluster, outer))
            if found.inside != outer:
                place = operation.next_position(Cluster, board=found.board)
                operation.put(replace(found, inside=outer, position=place))

        return self._operations.perform("nest-cluster", change)

    def dissolve(self, cluster: ClusterId) -> ChangeSet:
        """Delete a cluster; what it held goes to the cluster around it, else its cards are loose."""

        def change(operation: Operation) -> None:
            outer = need(operation, Cluster, cluster).inside
            for card in operation.where(Card, cluster=cluster):
                operation.put(replace(card, cluster=outer))
            for inner in operation.where(Cluster, inside=cluster):
                operation.put(replace(inner, inside=outer))
            delete_votes(operation, cluster)
            operation.delete(Cluster, cluster)

        return self._operations.perform("dissolve-cluster", change)


def _refuse_place(operation: Operation, cluster: Cluster, outer: Cluster) -> None:
    if outer.board != cluster.board:
        raise Conflict("cluster-on-another-board")
    around: Cluster | None = outer
    seen: set[ClusterId] = set()
    while around is not None and around.id not in seen:
        if around.id == cluster.id:
            raise Conflict("cluster-inside-itself")
        seen.add(around.id)
        around = operation.get(Cluster, around.inside)
