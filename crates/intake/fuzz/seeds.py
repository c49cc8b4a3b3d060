"""Seeds for the fuzzers from the samples and the corpus: whole files, and their parts with 0xff between them."""
import pathlib, sys, zipfile

here = pathlib.Path(__file__).parent
top = here.parent.parent.parent
parts = {
    "xlsx": ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
             "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"],
    "xlsb": ["_rels/.rels", "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/sharedStrings.bin",
             "xl/styles.bin", "xl/worksheets/sheet1.bin"],
    "ods": ["mimetype", "META-INF/manifest.xml", "content.xml"],
    "xls": [], "delimited": [],
}
kind = {"csv": "delimited", "txt": "delimited", "tsv": "delimited", "xlsm": "xlsx"}
files = [*top.glob("testdata/samples/*.*"), *top.glob("../shared/corpus/calamine/*.*")]
for file in files:
    target = kind.get(file.suffix[1:], file.suffix[1:])
    if target not in parts or file.stat().st_size > 200_000:
        continue
    folder = here / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file.name).write_bytes(file.read_bytes())
    if parts[target] and zipfile.is_zipfile(file):
        try:
            archive = zipfile.ZipFile(file)
            read = [archive.read(name) if name in archive.namelist() else b"" for name in parts[target]]
        except Exception:
            continue
        (folder / (file.name + ".parts")).write_bytes(b"\xff".join(read))
