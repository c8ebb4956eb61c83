package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import java.io.IOException;

/** Puts a diagram on lying pages: on one where its words can be read there, else in parts from left to right that overlap. */
final class DiagramPages {

    /** Points for one unit of the model, in which words are 12 high: 6 points can just be read on paper. */
    private static final float READABLE = 0.5f;

    private static final float LARGEST = 0.8f;
    private static final float OVERLAP = 60;
    private static final float LEGEND = 20;
    private static final float AIR = 12;

    private final Pages pages;
    private final Contents contents;

    DiagramPages(Pages pages, Contents contents) {
        this.pages = pages;
        this.contents = contents;
    }

    void print(String caption, Diagram diagram, Walk walk) throws IOException {
        Box bounds = air(diagram.bounds());
        pages.turn(false);
        contents.section(caption);
        float high = pages.room() - Style.SECTION.leading() - LEGEND - 6;
        float whole = Math.min(Math.min(pages.width() / bounds.width(), high / bounds.height()), LARGEST);
        float scale = whole >= READABLE ? whole : Math.min(high / bounds.height(), LARGEST);
        float part = Math.min(bounds.width(), pages.width() / scale);
        int parts = parts(bounds.width(), part);
        float step = parts == 1 ? 0 : (bounds.width() - part) / (parts - 1);
        for (int n = 0; n < parts; n++) {
            if (n > 0) {
                pages.turn(false);
            }
            title(parts == 1 ? caption : "%s（%d/%d）".formatted(caption, n + 1, parts));
            Box seen = new Box(bounds.x() + n * step, bounds.y(), part, bounds.height());
            part(diagram, walk, seen, scale);
            pages.down(seen.height() * scale + 6);
            legend();
        }
    }

    private static int parts(float width, float part) {
        return width <= part ? 1 : (int) StrictMath.ceil((width - OVERLAP) / (part - OVERLAP));
    }

    private void part(Diagram diagram, Walk walk, Box seen, float scale) throws IOException {
        float left = pages.left();
        float top = pages.y();
        pages.out().saveGraphicsState();
        pages.out().addRect(left, top - seen.height() * scale, seen.width() * scale, seen.height() * scale);
        pages.out().clip();
        Sketch sketch = new Sketch(pages.out(), left - seen.x() * scale, top + seen.y() * scale, scale);
        new DiagramPainter(pages, sketch, walk).paint(diagram, seen);
        pages.out().restoreGraphicsState();
    }

    private void title(String caption) throws IOException {
        String printable = pages.faces().printable(caption);
        pages.text(printable, pages.left(), pages.y() - Style.SECTION.rise(), Style.SECTION);
        pages.down(Style.SECTION.leading() + 4);
    }

    private void legend() throws IOException {
        float x = pages.left();
        float at = pages.y() - Style.NOTE.rise();
        for (Walk.State state : Walk.State.values()) {
            pages.fill(x, at - 1, 10, 8, state.line());
            pages.text(state.title(), x + 14, at, Style.NOTE);
            x += 60;
        }
        pages.text("浅色：没有走到　编号：第一次走到的先后　×n：走到的次数", x, at, Style.NOTE);
        pages.down(LEGEND);
    }

    private static Box air(Box bounds) {
        return new Box(
                bounds.x() - AIR, bounds.y() - AIR, bounds.width() + 2 * AIR, bounds.height() + 2 * AIR);
    }
}
