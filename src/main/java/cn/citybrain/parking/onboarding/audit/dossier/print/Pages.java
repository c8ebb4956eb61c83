package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** The pages of a document, filled from above; all measures in points, from the lower left corner. */
final class Pages implements AutoCloseable {

    static final float MARGIN = 46;
    private static final float BOLD = 0.035f;

    private final PDDocument document;
    private final Typefaces faces;
    private PDPage page;
    private PDPageContentStream out;
    private float y;

    Pages(PDDocument document) throws IOException {
        this.document = document;
        this.faces = new Typefaces(document);
    }

    Typefaces faces() {
        return faces;
    }

    PDPage page() {
        return page;
    }

    PDPageContentStream out() {
        return out;
    }

    /** Where the next thing begins. */
    float y() {
        return y;
    }

    float left() {
        return MARGIN;
    }

    float width() {
        return page.getMediaBox().getWidth() - 2 * MARGIN;
    }

    float bottom() {
        return MARGIN;
    }

    float room() {
        return y - bottom();
    }

    void down(float height) {
        y -= height;
    }

    void turn(boolean upright) throws IOException {
        finish();
        PDRectangle a4 = PDRectangle.A4;
        page = new PDPage(upright ? a4 : new PDRectangle(a4.getHeight(), a4.getWidth()));
        document.addPage(page);
        out = new PDPageContentStream(document, page, AppendMode.APPEND, false);
        y = page.getMediaBox().getHeight() - MARGIN;
    }

    /** Turns the page unless that much is left on this one. @return whether it was turned */
    boolean need(float height) throws IOException {
        if (room() >= height) {
            return false;
        }
        next();
        return true;
    }

    /** Another page like this one. */
    void next() throws IOException {
        turn(page.getMediaBox().getHeight() > page.getMediaBox().getWidth());
    }

    void text(String printable, float x, float baseline, Style style) throws IOException {
        write(out, printable, x, baseline, style);
    }

    void write(PDPageContentStream on, String printable, float x, float baseline, Style style) throws IOException {
        List<Typefaces.Run> runs = faces.runs(printable);
        if (runs.isEmpty()) {
            return;
        }
        Tone tone = style.tone();
        on.setNonStrokingColor(tone.red(), tone.green(), tone.blue());
        on.setStrokingColor(tone.red(), tone.green(), tone.blue());
        on.setLineWidth(style.size() * BOLD);
        on.beginText();
        on.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        on.newLineAtOffset(x, baseline);
        for (Typefaces.Run run : runs) {
            on.setFont(run.face().font(), style.size());
            on.showText(run.text());
        }
        on.endText();
    }

    void fill(float x, float lower, float width, float height, Tone tone) throws IOException {
        out.setNonStrokingColor(tone.red(), tone.green(), tone.blue());
        out.addRect(x, lower, width, height);
        out.fill();
    }

    void rule(float x, float at, float width, Tone tone, float thick) throws IOException {
        out.setStrokingColor(tone.red(), tone.green(), tone.blue());
        out.setLineWidth(thick);
        out.moveTo(x, at);
        out.lineTo(x + width, at);
        out.stroke();
    }

    void finish() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        faces.close();
    }
}
