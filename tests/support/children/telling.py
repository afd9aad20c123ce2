"""Answers with what it knows of its surroundings."""

from czest.qms.publication.screening.confinement import answer
import os
import resource


def work(question, data):
    limits = {
        name: resource.getrlimit(getattr(resource, name))[0] for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_CORE")
    }
    leads = os.getsid(0) == os.getpid()
    return {
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "limits": limits,
        "leads": leads,
        "asked": question,
    }, data


answer(work)
