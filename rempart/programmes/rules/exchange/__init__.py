"""A whole plan as JSON, out and in again without loss; every fault of a file named with its path."""

from rempart.programmes.rules.exchange.faults import Fault, Known
from rempart.programmes.rules.exchange.reading import read_plan
from rempart.programmes.rules.exchange.writing import to_json, write_plan

__all__ = ["Fault", "Known", "read_plan", "to_json", "write_plan"]
