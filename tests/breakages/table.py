"""Every way to break a site, in one list."""

from tests.breakages.files import FILES
from tests.breakages.links import LINKS
from tests.breakages.registers import CONTACTS, GATES, REDIRECTS, SITE
from tests.breakages.settings import SETTINGS
from tests.breakages.words import WORDS

ALL = (*FILES, *SETTINGS, *WORDS, *LINKS, *SITE, *CONTACTS, *REDIRECTS, *GATES)
