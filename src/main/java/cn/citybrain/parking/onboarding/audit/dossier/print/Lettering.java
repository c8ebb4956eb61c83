package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import java.io.IOException;
import java.util.List;

/** The words in a diagram: as large as the model means them, smaller where they would not fit. */
final class Lettering {

    private static final float LEADING = 1.22f;
    private static final float SMALLEST = 0.6f;
    private static final float STEP = 0.92f;
    private static final float BADGE = 9.5f;

    private final Pages pages;
    private final Sketch sketch;

    Lettering(Pages pages, Sketch sketch) {
        this.pages = pages;
        this.sketch = sketch;
    }

    /** In the middle of a box; below its upper edge where it is a label that may grow. */
    void centred(String text, Box box, float size, Tone tone) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        String printable = pages.faces().printable(text);
        float fitting = size;
        List<String> lines = lines(printable, box, fitting);
        while (lines.size() * fitting * LEADING > Math.max(box.height(), size * LEADING * 2) && fitting > size * SMALLEST) {
            fitting *= STEP;
            lines = lines(printable, box, fitting);
        }
        float upper = box.y() + Math.max(0, (box.height() - lines.size() * fitting * LEADING) / 2);
        for (String line : lines) {
            float wide = pages.faces().width(line, fitting);
            write(line, box.x() + (box.width() - wide) / 2, upper + fitting, fitting, tone);
            upper += fitting * LEADING;
        }
    }

    void left(String text, Box box, float size, Tone tone) throws IOException {
        write(pages.faces().printable(text), box.x(), box.y() + size, size, tone);
    }

    /** On the left upper corner of a box. */
    void badge(String words, Box box, Tone tone) throws IOException {
        float wide = Math.max(16, pages.faces().width(words, BADGE) + 8);
        Box plate = new Box(box.x() - 5, box.y() - 9, wide, 15);
        sketch.colours(tone, tone, 0.5f);
        sketch.rounded(plate, 7);
        float at = plate.x() + (wide - pages.faces().width(words, BADGE)) / 2;
        write(words, at, plate.y() + BADGE + 1.4f, BADGE, Tone.WHITE);
    }

    private List<String> lines(String printable, Box box, float size) throws IOException {
        float slack = box.height() < 40 ? size * 1.2f : 0;
        return LineBreaks.lines(pages.faces(), printable, box.width() + slack, size);
    }

    private void write(String line, float x, float baseline, float size, Tone tone) throws IOException {
        float points = size * sketch.scale();
        pages.text(line, sketch.x(x), sketch.y(baseline), new Style(points, points * LEADING, tone, false));
    }
}
