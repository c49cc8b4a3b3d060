"""Writes a workbook whose sheets have any name at all, also one that no program for spreadsheets would let pass."""

import json
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def row(place, texts):
    cells = (f"<c r='{chr(65 + at)}{place}' t='inlineStr'><is><t>{escape(text)}</t></is></c>" for at, text in enumerate(texts))
    return f"<row r='{place}'>{''.join(cells)}</row>"


def sheet(rows):
    told = "".join(row(place, texts) for place, texts in enumerate(rows, start=1))
    return f"<worksheet xmlns='{MAIN}'><sheetData>{told}</sheetData></worksheet>"


path, wanted = sys.argv[1:]
sheets = list(enumerate(json.loads(wanted), start=1))
parts = "".join(
    f"<Override PartName='/xl/worksheets/sheet{n}.xml' ContentType='{TYPE}worksheet+xml'/>" for n, _ in sheets
)
names = "".join(f"<sheet name={quoteattr(each['name'])} sheetId='{n}' r:id='r{n}'/>" for n, each in sheets)
links = "".join(
    f"<Relationship Id='r{n}' Type='{OFFICE}/worksheet' Target='worksheets/sheet{n}.xml'/>" for n, _ in sheets
)
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
    book.writestr(
        "[Content_Types].xml",
        f"<Types xmlns='{PACKAGE}/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package."
        f"relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='{TYPE}sheet.main+xml'/>{parts}</Types>",
    )
    book.writestr(
        "_rels/.rels",
        f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='r1' Type='{OFFICE}/officeDocument' "
        "Target='xl/workbook.xml'/></Relationships>",
    )
    book.writestr("xl/workbook.xml", f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets>{names}</sheets></workbook>")
    book.writestr("xl/_rels/workbook.xml.rels", f"<Relationships xmlns='{PACKAGE}/relationships'>{links}</Relationships>")
    for n, each in sheets:
        book.writestr(f"xl/worksheets/sheet{n}.xml", sheet(each["rows"]))
