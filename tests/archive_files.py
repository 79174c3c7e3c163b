"""Helpers that write archives, WARC files and Parquet tables of pages, and run the command on them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import uuid
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from lemonde_parse.command import main

PAGE = (
    '<main><h1 class="article__title">Le port {number}</h1><article class="article__content">'
    "<p>Il fait beau.</p><p>La mer monte de {number} mètres.</p></article></main>"
)


def page(number: int) -> bytes:
    return PAGE.format(number=number).encode()


MEMBERS: Mapping[str, bytes] = {
    "b/2.html": page(2),
    "a/1.html": page(1),
    "style.css": b"p {}",
    "3.html.gz": gzip.compress(page(3)),
    "../../4.html": page(4),
}
HEADLINES = ["Le port 2", "Le port 1", "Le port 3", "Le port 4"]


def write_zip(path: Path, members: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def write_tar(path: Path, members: Mapping[str, bytes]) -> None:
    kind = {".tar": "", ".tgz": "gz", ".gz": "gz", ".bz2": "bz2", ".xz": "xz"}[path.suffix]
    with tarfile.open(path, f"w:{kind}") as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        link = tarfile.TarInfo("link.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)


def write_warc(
    path: Path,
    pages: Mapping[str, bytes],
    *,
    head: bytes = b"Content-Type: text/html; charset=utf-8\r\n",
    status: bytes = b"200 OK",
) -> None:
    with path.open("ab") as file:
        for address, content in pages.items():
            record = WarcRecord()
            record.init_headers(record_type=WarcRecordType.response)
            # The default identifier is random, so the file would differ in each run.
            record.headers["WARC-Record-ID"] = (
                f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}>"
            )
            record.headers["WARC-Target-URI"] = address
            record.headers["WARC-Date"] = "2023-09-18T10:00:00Z"
            record.set_bytes_content(
                b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n" % (status, head, len(content))
                + content
            )
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.write(file)


def write_parquet(path: Path, pages: Mapping[str, bytes]) -> None:
    pq.write_table(
        pa.table({"url": list(pages), "html": pa.array(pages.values(), pa.binary())}), path
    )


def read(
    *arguments: str | Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, list[dict[str, object]], str]:
    """Run the command; return its exit status, the rows it writes and its standard error."""
    call = ["--to", "jsonl", "--select", "source,headline,url"]
    status = main([*map(str, arguments), *call])
    out, err = capsys.readouterr()
    return status, [json.loads(line) for line in out.splitlines()], err
