"""set_table: a table and the seed of its split in one edit."""

from nnplay.data.table import scan_table, suggested_choice
from nnplay.data.table.reader import TableSource
from nnplay.project.presets import preset
from nnplay.project.table_edits import set_table

TEXT = b"a,b,c\n" + b"".join(b"%d,%d,%d\n" % (i, i * i, i % 3) for i in range(30))


def test_data_seed_and_network_change_together():
    project = preset("circle")
    scan = scan_table(TableSource("numbers.csv", TEXT))
    choice = suggested_choice(scan, "numbers.csv", "", TEXT)
    changed = set_table(project, choice, 7)
    assert (changed.data, changed.seeds.split) == (choice, 7)
    assert changed.network.shapes[changed.network.input.name] == (2,)
    assert changed.network.shapes[changed.network.output.name] == (3,)
    assert set_table(changed, choice, 7) is changed
