package cn.citybrain.parking.onboarding.audit.dossier.print;

import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Box;
import cn.citybrain.parking.onboarding.audit.dossier.print.Diagram.Spot;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws lines and figures of a diagram on a page: the diagram's measures, its left upper corner at one place of the page. */
final class Sketch {

    /** What a circle's control points are away from its corners, in parts of the radius. */
    private static final float ROUND = 0.5523f;

    private final PDPageContentStream out;
    private final float left;
    private final float top;
    private final float scale;

    /** @param left of the page, where the diagram's x is 0 @param top of the page, where its y is 0 */
    Sketch(PDPageContentStream out, float left, float top, float scale) {
        this.out = out;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    float x(float there) {
        return left + there * scale;
    }

    float y(float there) {
        return top - there * scale;
    }

    float scale() {
        return scale;
    }

    void colours(Tone line, Tone fill, float thick) throws IOException {
        out.setStrokingColor(line.red(), line.green(), line.blue());
        out.setNonStrokingColor(fill.red(), fill.green(), fill.blue());
        out.setLineWidth(thick * scale);
    }

    void dashed(boolean dashed) throws IOException {
        out.setLineDashPattern(dashed ? new float[] {4 * scale, 3 * scale} : new float[0], 0);
    }

    void line(List<Spot> spots) throws IOException {
        out.moveTo(x(spots.get(0).x()), y(spots.get(0).y()));
        for (Spot spot : spots.subList(1, spots.size())) {
            out.lineTo(x(spot.x()), y(spot.y()));
        }
        out.stroke();
    }

    void area(List<Spot> spots) throws IOException {
        out.moveTo(x(spots.get(0).x()), y(spots.get(0).y()));
        for (Spot spot : spots.subList(1, spots.size())) {
            out.lineTo(x(spot.x()), y(spot.y()));
        }
        out.closePath();
        out.fillAndStroke();
    }

    void rounded(Box box, float radius) throws IOException {
        float r = radius;
        float k = radius * (1 - ROUND);
        out.moveTo(x(box.x() + r), y(box.y()));
        out.lineTo(x(box.right() - r), y(box.y()));
        curve(box.right() - k, box.y(), box.right(), box.y() + k, box.right(), box.y() + r);
        out.lineTo(x(box.right()), y(box.lower() - r));
        curve(box.right(), box.lower() - k, box.right() - k, box.lower(), box.right() - r, box.lower());
        out.lineTo(x(box.x() + r), y(box.lower()));
        curve(box.x() + k, box.lower(), box.x(), box.lower() - k, box.x(), box.lower() - r);
        out.lineTo(x(box.x()), y(box.y() + r));
        curve(box.x(), box.y() + k, box.x() + k, box.y(), box.x() + r, box.y());
        out.closePath();
        out.fillAndStroke();
    }

    void circle(float middleX, float middleY, float radius) throws IOException {
        rounded(new Box(middleX - radius, middleY - radius, 2 * radius, 2 * radius), radius);
    }

    private void curve(float x1, float y1, float x2, float y2, float x3, float y3) throws IOException {
        out.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }
}
