"""What schemathesis cannot draw from the document: codes that are there, and what would end its own run."""

import json
import os
import uuid

import schemathesis

# Codes of the seeded records by parameter, from the test that runs this.
KNOWN = json.loads(os.environ.get("PRAKTIK_KNOWN", "{}"))
# The token that all of this is asked with.
OWN_TOKEN = os.environ.get("PRAKTIK_OWN_TOKEN", "")


@schemathesis.hook
def before_call(context, case, kwargs):
    """A key of its own for each request, lest one be taken for another; and nobody revokes the token they ask with."""
    if case.path_parameters and case.path_parameters.get("id") == OWN_TOKEN:
        case.path_parameters["id"] = str(uuid.UUID(int=0))
    headers = case.headers
    if headers and "Idempotency-Key" in headers and is_positive(case):
        headers["Idempotency-Key"] = str(uuid.uuid4())


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Most addresses name what is there."""
    operation = context.operation
    kind = operation.path.split("/")[1]
    for name in path_parameters or {}:
        known = KNOWN.get(kind + "." + name) or KNOWN.get(name)
        # Drawn values decide, so that the same seed asks the same.
        if known and hash_of(path_parameters[name]) % 4:
            path_parameters[name] = known[hash_of(path_parameters[name]) % len(known)]
    return path_parameters


def hash_of(value):
    return sum(str(value).encode()) if isinstance(value, (str, int)) else 0


def is_positive(case):
    meta = case.meta
    return meta is None or meta.generation.mode.is_positive
