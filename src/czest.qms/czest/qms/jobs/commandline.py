"""``bin/qms``: the jobs, the verification and the making of a site, from a terminal."""

import argparse
import contextlib
from czest.qms import clock
from czest.qms.jobs import making
from czest.qms.jobs import site
from czest.qms.jobs.interfaces import IPurge
from czest.qms.jobs.interfaces import IReconciliation
from czest.qms.jobs.interfaces import ISiteBeside
from czest.qms.jobs.interfaces import IVerification
from czest.qms.jobs.passwords import ask_password
from czest.qms.jobs.refusals import NotInProduction
from czest.qms.jobs.refusals import Refusal
from czest.qms.jobs.refusals import SiteExists
from czest.qms.jobs.tick import plain
from czest.qms.jobs.tick import run_due_jobs
from czest.qms.jobs.transactions import in_transaction
from czest.qms.jobs.worker import INTERVAL
from czest.qms.jobs.worker import Worker
import datetime
import logging
import os
import sys
from zope.component import getUtilitiesFor
from zope.component import getUtility


#: Environment variable; ``production`` forbids pretending another day.
ENVIRONMENT = "QMS_ENV"
PRODUCTION = "production"

#: Login and address of the first administrator, unless others are given.
ADMINISTRATOR = "administrator"
ADMINISTRATOR_EMAIL = "administrator@example.org"

DONE = 0
FAILED = 1
REFUSED = 2


def tick(options):
    """Run the jobs once, as if it were another day where that is allowed."""
    pretended = contextlib.nullcontext()
    if options.today is not None:
        if os.environ.get(ENVIRONMENT) == PRODUCTION:
            raise NotInProduction("Refused: --today is not allowed in production.")
        pretended = clock.stopped_at(options.today)
    site.start_zope()
    with pretended, site.opened_site():
        reports = run_due_jobs()
    for report in reports:
        if report.error is not None:
            print(f"{report.name}: failed: {report.error}", file=sys.stderr)
        elif report.sentence is not None:
            print(f"{report.name}: {report.sentence}")
    return FAILED if any(report.error for report in reports) else DONE


def verify(options):
    """Look for evidence that does not hold and print each break."""
    site.start_zope()
    breaks = 0
    with site.opened_site():
        for _name, verification in sorted(getUtilitiesFor(IVerification)):
            for symbol, seq, message in verification():
                breaks += 1
                print(symbol, "-" if seq is None else seq, plain(message), sep="\t")
    print(f"Broken: {breaks}." if breaks else "All is whole.")
    return FAILED if breaks else DONE


def reconcile(options):
    """Bring the databases together after an interruption and print what differed."""
    site.start_zope()
    differed = 0
    with site.opened_site():
        for _name, reconciliation in sorted(getUtilitiesFor(IReconciliation)):
            for sentence in in_transaction(reconciliation):
                differed += 1
                print(plain(sentence))
    print(f"Differed and mended: {differed}." if differed else "Both sides agree.")
    return DONE


def purge(options):
    """Make what was destroyed really gone from the storage and the caches."""
    site.start_zope()
    with site.opened_site():
        print(plain(getUtility(IPurge)()))
    return DONE


def init(options):
    """Make a site without demo data and without known passwords."""
    site.start_zope()
    with site.opened_root() as root:
        making.require_no_site(root)
        password = ask_password(options.password_file)
        making.require_password(password)
        make_beside(root)
        in_transaction(lambda: _make_for_office(root, options, password), attempts=1)
    print(f"The site /{site.SITE_ID} is made; its administrator is {options.login}.")
    return DONE


def demo(options):
    """Make a site with the demo people and documents."""
    site.start_zope()
    with site.opened_root() as root:
        making.require_no_site(root)
        make_beside(root)
        in_transaction(lambda: making.fill_with_demo(making.make_site(root)), attempts=1)
    print(f"The demo site /{site.SITE_ID} is made.")
    return DONE


def make_bulletin(options):
    """Make the bulletin of a site that has none."""
    site.start_zope()
    with site.opened_root() as root:
        make_beside(root)
    return DONE


def make_beside(root):
    """Make the sites that stand beside the intranet's in databases of their own, and say which."""
    for _name, beside in sorted(getUtilitiesFor(ISiteBeside)):
        sentence = beside.make(root._p_jar)
        if sentence is not None:
            print(sentence)


def worker(options):
    """Run the jobs until stopped."""
    process = Worker(options.interval, options.ready_file)
    process.stop_on_signals()
    site.start_zope()
    # Zope sets handlers of its own while it starts.
    process.stop_on_signals()
    process.run()
    return DONE


def _make_for_office(root, options, password):
    portal = making.make_site(root)
    making.add_administrator(portal, options.login, password, options.email)


def parser():
    """Return the parser of the command line."""
    main_parser = argparse.ArgumentParser(prog="qms", description="Jobs and upkeep of the controlled documents.")
    commands = main_parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("tick", help="run every job that is due, once")
    command.add_argument("--today", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD", help="pretend this day")
    command.set_defaults(run=tick)

    command = commands.add_parser("verify", help="verify all evidence; ends with 0 if all is whole, else 1")
    command.set_defaults(run=verify)

    command = commands.add_parser("reconcile", help="make the bulletin agree with the ledger and print what differed")
    command.set_defaults(run=reconcile)

    command = commands.add_parser("purge", help="make what was destroyed really gone from the storage and the caches")
    command.set_defaults(run=purge)

    command = commands.add_parser("init", help="make an empty site with one administrator")
    command.add_argument("--login", default=ADMINISTRATOR, help="login of the administrator")
    command.add_argument("--email", default=ADMINISTRATOR_EMAIL, help="electronic address of the administrator")
    command.add_argument("--password-file", metavar="FILE", help="file whose first line is the password")
    command.set_defaults(run=init)

    command = commands.add_parser("make-bulletin", help="make the site of the public bulletin, unless it is there")
    command.set_defaults(run=make_bulletin)

    command = commands.add_parser("demo", help="make a site with demo people and documents")
    command.set_defaults(run=demo)

    command = commands.add_parser("worker", help="run the jobs until stopped")
    command.add_argument("--interval", type=float, default=INTERVAL, metavar="SECONDS", help="pause between two ticks")
    command.add_argument("--ready-file", metavar="FILE", help="file to make once the site has been reached")
    command.set_defaults(run=worker)
    return main_parser


def main(arguments=None):
    """Run ``bin/qms`` and return its exit status: 0 done, 1 failed or broken, 2 refused."""
    options = parser().parse_args(arguments)
    # Plone warns of many things while it makes a site, none of them for a person at a terminal.
    level = logging.INFO if options.run is worker else logging.ERROR
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        return options.run(options)
    except SiteExists as existing:
        print(existing)
        return DONE
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
