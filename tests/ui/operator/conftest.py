"""Pages speak English in tests, until one says otherwise."""

import pytest

from facilitator import i18n


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("en")
