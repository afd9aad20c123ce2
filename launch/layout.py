"""Where everything lies, from the root of the clone."""

DEVELOPMENT = "development"
TEST = "test"
PRODUCTION = "production"
PROFILES = (DEVELOPMENT, TEST, PRODUCTION)


class Layout:
    """Paths of one deployment in one clone.

    Parameters:
        root: Path of the folder of the Makefile.
        profile: one of the buildout deployment profiles; that of the tests keeps its state, parts and scripts apart.
        fresh: True where a site made before is to be forgotten.
        state: name of the folder of the tests' state below ``var/``, so that two may run at the same time.
    """

    def __init__(self, root, profile=DEVELOPMENT, fresh=False, state=TEST):
        self.root = root
        self.fresh = fresh
        self.lock = root / "requirements.lock"
        self.setup = root / "setup.py"
        self.environment = root / ".venv"
        self.environment_stamp = self.environment / "complete"
        self.python = self.environment / "bin" / "python"
        self.profiles = root / "profiles"
        self.configuration = root / "buildout.cfg"
        if profile != DEVELOPMENT:
            self.configuration = self.profiles / f"{profile}.cfg"
        self.var = root / "var"
        generated = root
        if profile == TEST:
            self.var = generated = root / "var" / state
        self._set_generated(generated)
        self._set_state()

    def _set_generated(self, folder):
        self.eggs = folder / "eggs"
        self.parts = folder / "parts"
        self.bin = folder / "bin"
        self.buildout_stamp = self.parts / "complete"
        self.zope_configuration = self.parts / "intranet" / "etc" / "zope.conf"
        self.web_configuration = self.parts / "intranet" / "etc" / "wsgi.ini"
        self.database_configuration = self.parts / "zeo" / "etc" / "zeo.conf"
        self.bulletin_web_configuration = self.parts / "bulletin" / "etc" / "wsgi.ini"
        self.bulletin_database_configuration = self.parts / "zeo-bip" / "etc" / "zeo.conf"
        #: Everything that a buildout makes and that can be made again.
        self.made_by_buildout = [self.bin, self.parts, folder / "develop-eggs", folder / ".installed.cfg", self.eggs]

    def _set_state(self):
        self.logs = self.var / "log"
        self.database = self.var / "intranet"
        self.files = self.database / "filestorage" / "Data.fs"
        self.blobs = self.database / "blobstorage"
        self.socket = self.database / "socket" / "zeo.sock"
        self.bulletin = self.var / "bip"
        self.bulletin_files = self.bulletin / "filestorage" / "Data.fs"
        self.bulletin_blobs = self.bulletin / "blobstorage"
        self.bulletin_socket = self.bulletin / "socket" / "zeo.sock"
        self.bulletin_logs = self.bulletin / "log"
        #: The public process does not make its own folders.
        self.bulletin_folders = [self.bulletin_logs, self.bulletin / "client", self.bulletin / "cache"]
        self.bulletin_complete = self.bulletin / "complete"
        self.evidence = self.var / "evidence"
        self.accounts = self.var / "demo-accounts.json"
        self.site_unfinished = self.var / "site-unfinished"
        self.site_complete = self.var / "site-complete"
        self.worker_ready = self.var / "worker-ready"
        self.launch_lock = self.var / "launch.lock"
        #: Everything that the making of a site writes.
        self.data_of_site = [self.database, self.bulletin, self.evidence, self.accounts]
