package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines as Chinese is set: between any two characters, but never before a closing or behind an opening mark,
 * and not within words and numbers unless they alone are longer than a line.
 */
final class LineBreaks {

    private static final String NOT_FIRST = "，。、；：？！）》」』】〕”’…—·％℃,.;:?!)]}%";
    private static final String NOT_LAST = "（《「『【〔“‘([{￥¥";
    private static final int FIRST_WIDE = 0x2E80;

    private final Typefaces faces;
    private final float width;
    private final float size;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private float used;

    private LineBreaks(Typefaces faces, float width, float size) {
        this.faces = faces;
        this.width = width;
        this.size = size;
    }

    /** At least one line, which can be empty. @param printable with its own line ends @param width in points */
    static List<String> lines(Typefaces faces, String printable, float width, float size) throws IOException {
        LineBreaks breaks = new LineBreaks(faces, width, size);
        for (String paragraph : printable.split("\n", -1)) {
            for (String unit : units(paragraph)) {
                breaks.put(unit);
            }
            breaks.end();
        }
        return breaks.lines;
    }

    private void put(String unit) throws IOException {
        float wide = faces.width(unit, size);
        if (used + wide <= width) {
            append(unit, wide);
        } else if (wide > width) {
            for (int character : unit.codePoints().toArray()) {
                putOne(Character.toString(character));
            }
        } else if (!unit.isBlank()) {
            end();
            append(unit, wide);
        }
    }

    private void putOne(String character) throws IOException {
        float wide = faces.width(character, size);
        if (used + wide > width && used > 0) {
            end();
        }
        append(character, wide);
    }

    private void append(String unit, float wide) {
        line.append(unit);
        used += wide;
    }

    private void end() {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
    }

    /** What must stay together. */
    private static List<String> units(String paragraph) {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int before = -1;
        for (int character : paragraph.codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, character)) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(character);
            before = character;
        }
        units.add(unit.toString());
        return units;
    }

    private static boolean mayBreak(int before, int next) {
        if (before == ' ' || next == ' ') {
            return true;
        }
        if (NOT_FIRST.indexOf(next) >= 0 || NOT_LAST.indexOf(before) >= 0) {
            return false;
        }
        return before >= FIRST_WIDE || next >= FIRST_WIDE || before == '/' || before == '；' || before == ';';
    }
}
