package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints a table. Its head is repeated on each page; a row that is longer than what is left goes on over the page. */
final class Grid {

    private static final float PAD_X = 4;
    private static final float PAD_Y = 3;
    private static final float KEPT_WHOLE = 0.3f;
    private static final int LEAST_LINES = 2;

    private final Pages pages;
    private final List<Column> columns;
    private final float[] widths;

    Grid(Pages pages, List<Column> columns) {
        this.pages = pages;
        this.columns = columns;
        this.widths = new float[columns.size()];
        float weights = (float) columns.stream().mapToDouble(Column::weight).sum();
        for (int n = 0; n < widths.length; n++) {
            widths[n] = pages.width() * columns.get(n).weight() / weights;
        }
    }

    void print(List<List<String>> rows) throws IOException {
        List<List<String>> first = rows.isEmpty() ? List.of() : cells(rows.get(0), Style.CELL);
        float begin = rows.isEmpty() ? 0 : Math.min(height(lines(first)), pages.width() * KEPT_WHOLE);
        pages.need(headHeight() + begin);
        head();
        for (List<String> row : rows) {
            row(cells(row, Style.CELL));
        }
        pages.down(Style.CELL.leading());
    }

    private void row(List<List<String>> cells) throws IOException {
        int lines = lines(cells);
        float page = pages.page().getMediaBox().getHeight();
        if (height(lines) > pages.room() && height(lines) < page * KEPT_WHOLE) {
            turn();
        }
        int done = 0;
        while (done < lines) {
            int fits = (int) ((pages.room() - 2 * PAD_Y) / Style.CELL.leading());
            if (fits < Math.min(LEAST_LINES, lines - done)) {
                turn();
                continue;
            }
            int until = Math.min(lines, done + fits);
            slice(cells, done, until, Style.CELL);
            done = until;
        }
        pages.rule(pages.left(), pages.y(), pages.width(), Tone.RULE, 0.4f);
    }

    private void turn() throws IOException {
        pages.next();
        head();
    }

    private void head() throws IOException {
        List<List<String>> titles = titles();
        pages.fill(pages.left(), pages.y() - headHeight(), pages.width(), headHeight(), Tone.SHADE);
        slice(titles, 0, lines(titles), Style.HEAD);
    }

    private void slice(List<List<String>> cells, int from, int until, Style style) throws IOException {
        float x = pages.left();
        for (int n = 0; n < widths.length; n++) {
            List<String> lines = cells.get(n);
            for (int line = from; line < Math.min(until, lines.size()); line++) {
                float top = pages.y() - PAD_Y - (line - from) * style.leading();
                pages.text(lines.get(line), x + PAD_X, top - style.rise(), style);
            }
            x += widths[n];
        }
        pages.down(height(until - from));
    }

    private List<List<String>> titles() throws IOException {
        return cells(columns.stream().map(Column::title).toList(), Style.HEAD);
    }

    private float headHeight() throws IOException {
        return height(lines(titles()));
    }

    private List<List<String>> cells(List<String> texts, Style style) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int n = 0; n < widths.length; n++) {
            String text = texts.get(n) == null ? "" : texts.get(n);
            String printable = pages.faces().printable(text);
            cells.add(LineBreaks.lines(pages.faces(), printable, widths[n] - 2 * PAD_X, style.size()));
        }
        return cells;
    }

    private static int lines(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float height(int lines) {
        return lines * Style.CELL.leading() + 2 * PAD_Y;
    }
}
