package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Flow;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Shape;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Spot;
import cn.citybrain.parking.onboarding.audit.dossier.print.Walk.Mark;
import java.io.IOException;
import java.util.List;

/** Draws one part of a diagram with the way that was taken: what was not reached is pale. */
final class DiagramPainter {

    private static final float ARROW = 9;
    private static final float TEXT = 12;
    private static final float SMALL = 10.5f;

    private final Walk walk;
    private final Sketch sketch;
    private final Signs signs;
    private final Lettering lettering;

    DiagramPainter(Pages pages, Sketch sketch, Walk walk) {
        this.walk = walk;
        this.sketch = sketch;
        this.signs = new Signs(sketch);
        this.lettering = new Lettering(pages, sketch);
    }

    /** @param part what of the diagram is seen */
    void paint(Diagram diagram, Box part) throws IOException {
        List<Shape> shapes =
                diagram.shapes().stream().filter(shape -> seen(shape, part)).toList();
        for (Shape shape : shapes) {
            if (shape.expanded()) {
                container(shape);
            }
        }
        for (Flow flow : diagram.flows()) {
            if (!walk.flows().contains(flow.id())) {
                flow(flow, Tone.FAINT, 1.2f, part);
            }
        }
        for (Flow flow : diagram.flows()) {
            if (walk.flows().contains(flow.id())) {
                flow(flow, Tone.DONE, 2.6f, part);
            }
        }
        for (Shape shape : shapes) {
            if (!shape.expanded()) {
                element(shape);
            }
        }
        for (Shape shape : shapes) {
            badge(shape);
        }
    }

    private static boolean seen(Shape shape, Box part) {
        Box all = shape.label() == null ? shape.box() : shape.box().around(shape.label());
        return all.right() > part.x() && all.x() < part.right();
    }

    private void container(Shape shape) throws IOException {
        Mark mark = walk.marks().get(shape.id());
        sketch.colours(mark == null ? Tone.FAINT : mark.state().line(), Tone.WHITE, 1.5f);
        sketch.dashed(shape.dashed());
        sketch.rounded(shape.box(), 10);
        sketch.dashed(false);
        Box title = new Box(shape.box().x() + 12, shape.box().y() + 5, shape.box().width() - 24, 16);
        lettering.left(shape.name(), title, TEXT, tone(mark));
    }

    private void element(Shape shape) throws IOException {
        Mark mark = walk.marks().get(shape.id());
        Tone line = mark == null ? Tone.FAINT : mark.state().line();
        Tone fill = mark == null ? Tone.WHITE : mark.state().fill();
        Box box = shape.box();
        float x = box.x() + box.width() / 2;
        float y = box.y() + box.height() / 2;
        if (shape.isEvent()) {
            event(shape, x, y, line, fill);
        } else if (shape.isGateway()) {
            sketch.colours(line, fill, mark == null ? 1.2f : 2);
            sketch.area(List.of(
                    new Spot(x, box.y()), new Spot(box.right(), y), new Spot(x, box.lower()), new Spot(box.x(), y)));
            signs.gateway(shape.type(), x, y, line);
        } else {
            task(shape, mark, line, fill);
        }
        if (shape.label() != null) {
            lettering.centred(shape.name(), shape.label(), SMALL, tone(mark));
        }
    }

    private void task(Shape shape, Mark mark, Tone line, Tone fill) throws IOException {
        sketch.colours(line, fill, shape.type().equals("callActivity") ? 3.5f : mark == null ? 1.2f : 2);
        sketch.rounded(shape.box(), 10);
        signs.task(shape.type(), shape.box(), line);
        if (shape.many()) {
            signs.many(shape.box(), line);
        }
        Box inside = new Box(shape.box().x() + 5, shape.box().y() + 14, shape.box().width() - 10, shape.box().height() - 28);
        lettering.centred(shape.name(), inside, TEXT, tone(mark));
    }

    private void event(Shape shape, float x, float y, Tone line, Tone fill) throws IOException {
        float radius = shape.box().width() / 2;
        sketch.colours(line, fill, shape.type().equals("endEvent") ? 4 : 1.6f);
        sketch.dashed(shape.dashed());
        sketch.circle(x, y, radius);
        if (shape.type().equals("boundaryEvent") || shape.type().startsWith("intermediate")) {
            sketch.circle(x, y, radius - 3);
        }
        sketch.dashed(false);
        signs.event(shape.trigger(), x, y, line);
    }

    private void flow(Flow flow, Tone tone, float thick, Box part) throws IOException {
        if (flow.spots().stream().allMatch(spot -> spot.x() < part.x())
                || flow.spots().stream().allMatch(spot -> spot.x() > part.right())) {
            return;
        }
        sketch.colours(tone, tone, thick);
        sketch.line(flow.spots());
        Spot end = flow.spots().get(flow.spots().size() - 1);
        Spot before = flow.spots().get(flow.spots().size() - 2);
        float length = (float) StrictMath.hypot(end.x() - before.x(), end.y() - before.y());
        if (length > 0) {
            float dx = (end.x() - before.x()) / length * ARROW;
            float dy = (end.y() - before.y()) / length * ARROW;
            sketch.area(List.of(
                    end,
                    new Spot(end.x() - dx - dy / 2.2f, end.y() - dy + dx / 2.2f),
                    new Spot(end.x() - dx + dy / 2.2f, end.y() - dy - dx / 2.2f)));
        }
        if (flow.label() != null) {
            lettering.centred(flow.name(), flow.label(), SMALL, tone == Tone.FAINT ? Tone.SOFT : Tone.INK);
        }
    }

    private void badge(Shape shape) throws IOException {
        Mark mark = walk.marks().get(shape.id());
        if (mark != null) {
            lettering.badge(mark.words(), shape.box(), mark.state().line());
        }
    }

    private static Tone tone(Mark mark) {
        return mark == null ? Tone.SOFT : Tone.INK;
    }
}
