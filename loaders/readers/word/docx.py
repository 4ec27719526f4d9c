"""Read Word documents (.docx, .docm, .dotx and what WPS saves under these names)."""

from __future__ import annotations

from data.document import Document
from data.errors import UnreadableDocument
from loaders.readers.word.body import made_document
from loaders.readers.word.headers import headed
from loaders.readers.word.names import W
from loaders.readers.word.notes import Notes
from loaders.readers.word.numbering import Numbering
from loaders.readers.word.package import Package, open_zip
from loaders.readers.word.story import Story
from loaders.readers.word.styles import Styles


def read(raw: bytes, file: str) -> Document:
    """Return the Document of a Word file's bytes.

    Args:
        raw: the whole file.
        file: the name that sources carry.

    Raises:
        UnreadableDocument: the file is damaged, or unpacked larger or deeper than any document.
    """
    return read_package(open_zip(raw, file), "docx")


def read_package(package: Package, reader: str) -> Document:
    """Return the Document of a package, made by whatever reader had opened it.

    Args:
        package: the parts of the document.
        reader: the name of the reader.

    Raises:
        UnreadableDocument: it is damaged, or unpacked larger or deeper than any document.
    """
    main = package.main
    root = package.tree(main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableDocument("error.damaged", file=package.file)
    links = {link.kind: link.target for link in package.links(main).values()}
    styles = Styles(package.tree(links["styles"]) if "styles" in links else None)
    numbering = Numbering(package.tree(links["numbering"]) if "numbering" in links else None, styles)
    notes = Notes(package.file)
    hides = styles.hides() or next(body.iter(f"{W}vanish"), None) is not None
    story = Story(package, main, styles, numbering, notes, hides)
    return made_document(reader, headed(story, body), notes)
