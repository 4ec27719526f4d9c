"""The pieces of which hostile files are made: packages, pages and pictures that are whole but for what they claim."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import hostile_files as files

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TEXTS = (
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
)
MILLION = 1_000_000


def entities(root: str) -> str:
    """Return declarations of entities that grow tenfold with each step, up to a8, and one that reads a file."""
    grown = [f'<!ENTITY a{step} "' + 10 * f"&a{step - 1};" + '">' for step in range(1, 9)]
    return f'<!DOCTYPE {root} [<!ENTITY a0 "救助">{"".join(grown)}<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def workbook(sheet: str, more: dict[str, str] | None = None) -> bytes:
    """Return a workbook of one sheet, whose XML is given from the root's content on."""
    sheets = '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{_LINKS}">{sheets}</workbook>'
    kind = f"{_LINKS}/worksheet"
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>'
    )
    return files.zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": links,
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
            **(more or {}),
        }
    )


def cells(texts: list[str]) -> str:
    """Return the content of a sheet with one row of cells that hold the texts."""
    made = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<sheetData><row r="1">{made}</row></sheetData>'


def opendocument(body: str, kind: str = "text", before: str = "", more: str = "") -> bytes:
    """Return an OpenDocument file with a body."""
    names = " ".join(f'xmlns:{name}="{value}"' for name, value in zip(("office", "text", "table"), _TEXTS, strict=True))
    inside = f"{more}<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    content = f"{before}<office:document-content {names}>{inside}</office:document-content>"
    return files.zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def members(count: int) -> bytes:
    """Return a Word document with so many empty members besides."""
    content = io.BytesIO(files.docx())
    with zipfile.ZipFile(content, "a", zipfile.ZIP_STORED) as packed:
        for number in range(count):
            packed.writestr(f"word/{number}.xml", b"")
    return content.getvalue()


def overlapping(count: int) -> bytes:
    """Return a zip whose directory names one large member many times, under names of media and parts."""
    inside = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = b" " * (64 * 2**20)
    packed = inside.compress(plain) + inside.flush()
    check = zlib.crc32(plain)
    head = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0, check, len(packed), len(plain), 17, 0)
    local = head + b"word/document.xml" + packed
    directory = b""
    for number in range(count):
        name = b"word/document.xml" if not number else b"word/media%d.xml" % number
        directory += struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0, check, len(packed), len(plain), len(name),
            0, 0, 0, 0, 0, 0,
        ) + name  # fmt: skip
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(directory), len(local), 0)
    return local + directory + end


def nested_zip() -> bytes:
    """Return a Word document that embeds a zip of zips of zips of zeros, and has one as its main part."""
    inner = files.zipped({"a": b"\0" * (50 * 2**20)})
    for _ in range(4):
        inner = files.zipped({f"{number}.zip": inner for number in range(16)})
    return files.docx(more={"word/embeddings/a.zip": inner, "word/media/image1.png": inner})


def pdf(*objects: str | bytes, trailer: str = "/Root 1 0 R") -> bytes:
    """Return a PDF of numbered objects, the first of them the catalogue."""
    raw, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n" % number + (one.encode() if isinstance(one, str) else one) + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = f"trailer<</Size {len(objects) + 1} {trailer}>>\nstartxref\n{len(raw)}\n%%EOF".encode()
    return raw + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def stream(plain: bytes, times: int = 1, keys: str = "") -> bytes:
    """Return a stream object, packed so many times."""
    for _ in range(times):
        plain = zlib.compress(plain, 9)
    filters = "/FlateDecode " * times
    return f"<</Length {len(plain)}/Filter[{filters}]{keys}>>stream\n".encode() + plain + b"\nendstream"


def page(content: bytes, keys: str = "/MediaBox[0 0 600 800]", more: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF of one page with a content stream."""
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R{keys}/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>>>",
        content, font, *more,
    )  # fmt: skip


def picture(width: int, height: int) -> bytes:
    """Return a PNG that declares its size and holds nothing but packed zeros."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * min((width + 1) * height, 160 * MILLION), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def tiff(width: int, height: int, pages: int = 1, loop: bool = False) -> bytes:
    """Return a TIFF that declares its size; its pages hold one strip of nothing, the last leads back where `loop`."""
    tags = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (278, height), (279, 4)]
    filled = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    size = 2 + len(filled) + 4
    following = [8 + size * number for number in range(1, pages)] + [8 if loop else 0]
    directories = (struct.pack("<H", len(tags)) + filled + struct.pack("<I", one) for one in following)
    return b"II*\0" + struct.pack("<I", 8) + b"".join(directories)


def archive(parts: int, nested: bool = False) -> bytes:
    """Return a web archive of many parts, each in the one before where `nested`."""
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b{0}"\r\n\r\n'
    one = "--b{0}\r\nContent-Type: text/html\r\nContent-Location: file:///{1}.htm\r\n\r\n<p>第{1}页</p>\r\n"
    if not nested:
        return (head.format(0) + "".join(one.format(0, number) for number in range(parts)) + "--b0--").encode()
    inside = "".join(f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n" for n in range(parts))
    return (head.format(0) + inside + one.format(parts, parts)).encode()
