"""Where everything lies, from the root of the clone."""


class Layout:
    """Paths of one clone.

    Parameters:
        root: Path of the folder of the Makefile.
    """

    def __init__(self, root):
        self.root = root
        self.lock = root / "requirements.lock"
        self.setup = root / "setup.py"
        self.environment = root / ".venv"
        self.environment_stamp = self.environment / "complete"
        self.python = self.environment / "bin" / "python"
        self.buildout_configuration = root / "buildout.cfg"
        self.profiles = root / "profiles"
        self.parts = root / "parts"
        self.buildout_stamp = self.parts / "complete"
        self.bin = root / "bin"
        self.var = root / "var"
        self.logs = self.var / "log"
        self.database = self.var / "intranet"
        self.socket = self.database / "socket" / "zeo.sock"
        self.evidence = self.var / "evidence"
        self.accounts = self.var / "demo-accounts.json"
        self.site_unfinished = self.var / "site-unfinished"
        self.site_complete = self.var / "site-complete"
        self.worker_ready = self.var / "worker-ready"
        self.launch_lock = self.var / "launch.lock"

    def made_by_buildout(self):
        """Return everything that a buildout makes and that can be made again."""
        names = ("bin", "parts", "develop-eggs", "eggs", ".installed.cfg")
        return [self.root / name for name in names]

    def data_of_site(self):
        """Return everything that the making of a site writes."""
        return [self.database, self.evidence, self.accounts]
