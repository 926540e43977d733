"""What Prometheus may ask: requests, latency, and, at the moment of asking, how many documents stand where."""

from collections.abc import Callable, Iterable, Mapping

import structlog
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from app.model.document import DocumentState

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

type Counts = tuple[Mapping[DocumentState, int], int]
"""How many documents are in each state, and how many jobs wait."""

log = structlog.get_logger(__name__)


class Metrics:
    """The measurements of one application. `count` asks the database; where it fails, its gauges are left out."""

    def __init__(self, count: Callable[[], Counts]) -> None:
        self.registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("quotewire_requests", "HTTP requests answered.", labels, registry=self.registry)
        self._seconds = Histogram(
            "quotewire_request_seconds", "Time to answer.", ("method", "route"), registry=self.registry
        )
        self.registry.register(_Stored(count))

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answered request. Methods that HTTP does not name are counted as one."""
        known = method if method in METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(known, route).observe(seconds)

    def exposition(self) -> bytes:
        """Everything in Prometheus' text format."""
        return generate_latest(self.registry)


class _Stored(Collector):
    def __init__(self, count: Callable[[], Counts]) -> None:
        self._count = count

    def describe(self) -> Iterable[Metric]:
        """Nothing: what is described here would be asked of the database at registration."""
        return ()

    def collect(self) -> Iterable[Metric]:
        try:
            by_state, waiting = self._count()
        except Exception:  # the process's own measurements are still worth having
            log.warning("could not count documents and jobs", exc_info=True)
            return
        documents = GaugeMetricFamily("quotewire_documents", "Documents by state.", labels=("state",))
        for state in DocumentState:
            documents.add_metric((state.value,), by_state.get(state, 0))
        yield documents
        yield GaugeMetricFamily("quotewire_queue_depth", "Jobs that wait for a worker.", value=waiting)
