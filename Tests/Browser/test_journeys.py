"""Every role's journey, in the order in which a municipality's year goes, walked in every way."""

import pytest

from journeys import administrator, coordinator, referrer, registrar, statistician


@pytest.mark.parametrize(
    "journey", [administrator, registrar, referrer, coordinator, statistician],
    ids=lambda journey: journey.__name__.split(".")[-1])
def test_journey(journey, visitor):
    journey.walk(visitor)
