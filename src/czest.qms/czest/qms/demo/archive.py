"""The disposal list of the demonstration: proposed, signed and sent, and one of its records held meanwhile."""

from czest.qms.demo.reading import data_of
from czest.qms.demo.records import do_step
from czest.qms.demo.records import fill_records
from czest.qms.demo.records import hold


def fill_archive(container):
    """Make the records of the demonstration, and the list that waits for the consent of the state archive.

    Parameters:
        container: the empty container of series.
    """
    data = data_of("records.json")
    known = fill_records(container, data)
    make_list(container, known, data["list"])
    for each in data["holds"]:
        hold(container, known, each)


def make_list(container, known, data):
    """Propose records for disposal and lead their list to where it stands.

    Parameters:
        container: the container of series.
        known: records by their case signs.
        data: the list.
    """
    proposal = {"category": data["category"], "title": data["title"], **data["proposed"]}
    symbols = [known[sign].symbol for sign in data["records"]]
    made = do_step(container, "propose", data["by"], proposal, records=symbols)
    do_step(made, "sign", data["by"], data["signed"])
    do_step(made, "send-request", data["by"], data["requested"])
