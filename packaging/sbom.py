"""The bill of materials of a bundle: its contents with version and licence, as CycloneDX JSON."""

import hashlib
import importlib.metadata
import platform
import uuid
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.output.json import JsonV1Dot6
from facts import Facts
from licenses import BUNDLED
from packageurl import PackageURL

_LICENSES = {
    "numpy": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "pyqtgraph": "MIT",
    "pillow": "MIT-CMU",
    "PySide6-Essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""SPDX expressions, because the packages' own metadata name the licences in many ways."""


def sbom(project: Facts, moment: int, archive: Path | None = None) -> str:
    """Return the bill of materials of the bundle that this environment builds.

    Parameters
    ----------
    moment
        The time of the commit in seconds since 1970, so that two builds of one commit give the same file.
    archive
        The packed bundle, whose SHA-256 is recorded; None if nothing was packed.
    """
    licenses = LicenseFactory()
    program = Component(
        name=project.name,
        version=project.version,
        type=ComponentType.APPLICATION,
        bom_ref=project.name,
        licenses=[licenses.make_from_string(project.license)],
        supplier=OrganizationalEntity(name=project.author),
        external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(project.urls["Homepage"]))],
        hashes=[HashType.from_composite_str(f"sha256:{_sha256(archive)}")] if archive else [],
    )
    parts = [_package(name, licenses) for name in BUNDLED]
    python = platform.python_version()
    parts.append(_other("Python", python, "PSF-2.0", f"pkg:generic/python@{python}", licenses))
    parts.append(_other("Noto Sans SC", "", "OFL-1.1", "pkg:generic/noto-sans-sc", licenses))
    bom = Bom(
        components=parts,
        metadata=BomMetaData(component=program, timestamp=datetime.fromtimestamp(moment, UTC)),
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{project.urls['Homepage']}@{project.version}#{moment}"),
    )
    bom.register_dependency(program, parts)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _package(name: str, licenses: LicenseFactory) -> Component:
    version = importlib.metadata.version(name)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=name,
        licenses=[licenses.make_from_string(_LICENSES[name])],
        purl=PackageURL("pypi", name=name.lower(), version=version),
    )


def _other(name: str, version: str, license: str, purl: str, licenses: LicenseFactory) -> Component:
    kind = ComponentType.DATA if not version else ComponentType.FRAMEWORK
    return Component(
        name=name,
        version=version or None,
        type=kind,
        bom_ref=name,
        licenses=[licenses.make_from_string(license)],
        purl=PackageURL.from_string(purl),
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
