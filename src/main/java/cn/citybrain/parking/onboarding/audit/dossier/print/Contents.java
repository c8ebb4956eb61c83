package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Where chapters and sections begin: the table of contents, and the bookmarks of the viewer. */
final class Contents {

    private static final float LINE = 19;

    private final PDDocument document;
    private final Pages pages;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<Chapter> chapters = new ArrayList<>();
    private PDOutlineItem current;
    private PDPage page;
    private float top;

    Contents(PDDocument document, Pages pages) {
        this.document = document;
        this.pages = pages;
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private record Chapter(String title, PDPage page, PDPageXYZDestination place) {}

    /** The table will stand here. @param chapters so many will come */
    void reserve(int chapters) {
        page = pages.page();
        top = pages.y();
        pages.down(chapters * LINE);
    }

    void chapter(String title) {
        PDPageXYZDestination place = here();
        chapters.add(new Chapter(title, pages.page(), place));
        current = item(title, place);
        outline.addLast(current);
    }

    void section(String title) {
        current.addLast(item(title, here()));
    }

    /** Once everything else is printed. */
    void write() throws IOException {
        try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, false, true)) {
            float at = top;
            for (Chapter chapter : chapters) {
                line(out, chapter, at);
                at -= LINE;
            }
        }
        outline.openNode();
    }

    private void line(PDPageContentStream out, Chapter chapter, float at) throws IOException {
        Style style = Style.BODY.sized(10.5f);
        String number = Integer.toString(document.getPages().indexOf(chapter.page()) + 1);
        float right = Pages.MARGIN + page.getMediaBox().getWidth() - 2 * Pages.MARGIN;
        float numberAt = right - pages.faces().width(number, style.size());
        pages.write(out, chapter.title(), Pages.MARGIN, at - style.rise(), style);
        pages.write(out, number, numberAt, at - style.rise(), style);
        float from = Pages.MARGIN + pages.faces().width(chapter.title(), style.size()) + 8;
        out.setStrokingColor(Tone.RULE.red(), Tone.RULE.green(), Tone.RULE.blue());
        out.setLineWidth(0.5f);
        out.setLineDashPattern(new float[] {1, 2.5f}, 0);
        out.moveTo(from, at - style.rise());
        out.lineTo(numberAt - 8, at - style.rise());
        out.stroke();
        page.getAnnotations().add(link(chapter, at));
    }

    private PDAnnotationLink link(Chapter chapter, float at) {
        PDActionGoTo there = new PDActionGoTo();
        there.setDestination(chapter.place());
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(there);
        link.setBorderStyle(none);
        link.setRectangle(
                new PDRectangle(Pages.MARGIN, at - LINE, page.getMediaBox().getWidth() - 2 * Pages.MARGIN, LINE));
        return link;
    }

    private PDPageXYZDestination here() {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(pages.page());
        place.setTop((int) pages.y());
        return place;
    }

    private static PDOutlineItem item(String title, PDPageXYZDestination place) {
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        return item;
    }
}
