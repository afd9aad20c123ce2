"""Numbers as Polish offices write them."""

#: Between thousands; does not break.
NO_BREAK = "\u00a0"


def written(number):
    """Return a number with a comma before its decimal part and spaces between thousands: ``4 218 600,00``.

    Parameters:
        number: an int, a Decimal, or the text of one.
    """
    whole, point, part = str(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    return sign + f"{int(digits):,}".replace(",", NO_BREAK) + ("," + part if point else "")
