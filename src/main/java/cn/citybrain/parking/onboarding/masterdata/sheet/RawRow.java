package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.List;

/** A row before its headings are known. */
record RawRow(int line, List<Cell> cells) {

    boolean blank() {
        return cells.stream().allMatch(Cell.Blank.class::isInstance);
    }

    /** What stands there as text; empty where something else does. */
    String text(int column) {
        return column < cells.size() && cells.get(column) instanceof Cell.Text text ? text.value() : "";
    }

    /** The leftmost text. */
    String beginning() {
        return cells.stream()
                .filter(cell -> !(cell instanceof Cell.Blank))
                .findFirst()
                .map(cell -> cell instanceof Cell.Text text ? text.value() : "")
                .orElse("");
    }
}
