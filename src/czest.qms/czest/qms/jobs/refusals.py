"""Why a command is not carried out. The text of each is one sentence for a person."""


class Refusal(Exception):
    """The command is not carried out and nothing was changed."""


class SiteUnavailable(Refusal):
    """The site cannot be opened."""


class SiteExists(Refusal):
    """There is a site already."""


class UnfitPassword(Refusal):
    """No password, two different ones, or one that is too short."""


class NotInProduction(Refusal):
    """Allowed only where no real work is done."""
