import contextlib
from czest.qms.jobs.worker import Worker
import logging
import os
import signal


def test_works_until_it_is_told_to_stop(tmp_path):
    opened = []

    @contextlib.contextmanager
    def open_site():
        opened.append(True)
        if len(opened) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        yield

    before = signal.getsignal(signal.SIGTERM)
    worker = Worker(interval=0.001, ready_file=tmp_path / "ready", open_site=open_site)
    worker.stop_on_signals()
    worker.run()
    signal.signal(signal.SIGTERM, before)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    assert len(opened) == 3
    assert (tmp_path / "ready").exists()


def test_long_rest_is_ended_by_a_signal(monkeypatch):
    naps = []

    def nap(seconds):
        naps.append(seconds)
        worker.stop(signal.SIGTERM, None)

    monkeypatch.setattr("czest.qms.jobs.worker.time.sleep", nap)
    worker = Worker(interval=3600, open_site=contextlib.nullcontext)
    worker.run()
    assert naps == [0.5]


def test_database_out_of_reach_is_logged_and_met_again(tmp_path, caplog):
    attempts = []

    @contextlib.contextmanager
    def open_site():
        attempts.append(True)
        if len(attempts) == 1:
            raise ConnectionError("no database")
        worker.stop()
        yield

    worker = Worker(interval=0.001, ready_file=tmp_path / "ready", open_site=open_site)
    with caplog.at_level(logging.ERROR):
        worker.run()
    assert len(attempts) == 2
    assert "could not be reached" in caplog.text
    assert (tmp_path / "ready").exists()
