"""Types texts under a header of one sheet of a workbook, from its second row on, by nothing but what every Python has."""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def told(element):
    return "".join(part.text or "" for part in element.iter(MAIN + "t"))


def place(cell):
    letters = re.match("[A-Z]+", cell.get("r")).group()
    return (len(letters), letters)


def typed(row, letters, text):
    reference = letters + row.get("r")
    cell = next((each for each in row if each.get("r") == reference), None)
    if cell is None:
        cell = ElementTree.Element(MAIN + "c", {"r": reference})
        after = [at for at, each in enumerate(row) if place(each) < place(cell)]
        row.insert(after[-1] + 1 if after else 0, cell)
    for part in list(cell):
        cell.remove(part)
    cell.set("t", "inlineStr")
    ElementTree.SubElement(ElementTree.SubElement(cell, MAIN + "is"), MAIN + "t").text = text


path, to, wanted, header, texts = sys.argv[1:]
with zipfile.ZipFile(path) as book:
    parts = {name: book.read(name) for name in book.namelist()}
shared = [told(each) for each in ElementTree.fromstring(parts.get("xl/sharedStrings.xml", b"<none/>"))]
links = {each.get("Id"): each.get("Target") for each in ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])}
sheets = {
    each.get("name"): each.get(LINK) for each in ElementTree.fromstring(parts["xl/workbook.xml"]).iter(MAIN + "sheet")
}
name = "xl/" + links[sheets[wanted]]
sheet = ElementTree.fromstring(parts[name])
first, *rows = list(sheet.iter(MAIN + "row"))


def shown(cell):
    value = cell.find(MAIN + "v")
    return shared[int(value.text)] if cell.get("t") == "s" else told(cell)


letters = next(re.match("[A-Z]+", cell.get("r")).group() for cell in first if shown(cell) == header)
for row, text in zip(rows, json.loads(texts), strict=True):
    if text:
        typed(row, letters, text)
parts[name] = ElementTree.tostring(sheet, encoding="utf-8", xml_declaration=True)
with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as book:
    for each, data in parts.items():
        book.writestr(each, data)
