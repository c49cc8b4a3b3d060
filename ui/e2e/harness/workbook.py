"""Prints the rows of one sheet of a workbook as JSON, by nothing but what every Python has."""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def told(element):
    return "".join(part.text or "" for part in element.iter(MAIN + "t"))


def column(reference):
    place = 0
    for letter in re.match("[A-Z]+", reference).group():
        place = place * 26 + ord(letter) - 64
    return place - 1


path, wanted = sys.argv[1:]
with zipfile.ZipFile(path) as book:
    def read(name):
        return ElementTree.fromstring(book.read(name))

    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        shared = [told(each) for each in read("xl/sharedStrings.xml")]
    links = {each.get("Id"): each.get("Target") for each in read("xl/_rels/workbook.xml.rels")}
    sheets = {each.get("name"): each.get(LINK) for each in read("xl/workbook.xml").iter(MAIN + "sheet")}
    rows = []
    for row in read("xl/" + links[sheets[wanted]]).iter(MAIN + "row"):
        cells = []
        for cell in row.iter(MAIN + "c"):
            at = column(cell.get("r"))
            cells += [""] * (at + 1 - len(cells))
            value = cell.find(MAIN + "v")
            text = told(cell) if value is None else value.text or ""
            cells[at] = shared[int(text)] if cell.get("t") == "s" else text
        rows.append(cells)
print(json.dumps(rows))
