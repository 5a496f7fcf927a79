"""Every hostile input, and every odd one, in one list."""

from tests.hostile.addresses import ADDRESSES
from tests.hostile.encodings import ENCODINGS
from tests.hostile.files import BOMBS, FILES
from tests.hostile.inputs import Hostile
from tests.hostile.markup import MARKUP
from tests.hostile.odd import ODD
from tests.hostile.yaml_tricks import YAML

HOSTILE: tuple[Hostile, ...] = (*YAML, *ENCODINGS, *MARKUP, *ADDRESSES, *FILES, *BOMBS)
ALL: tuple[Hostile, ...] = (*HOSTILE, *ODD)
