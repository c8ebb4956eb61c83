package cn.citybrain.parking.onboarding.audit.dossier.print;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A printed document that is written from its cover to its end. Texts may hold anything: what no font has is shown as 〓. */
public final class Booklet implements AutoCloseable {

    private static final float LABELS = 0.19f;
    private static final float WITH_HEADING = 70;

    private final PDDocument document = new PDDocument();
    private final Pages pages;
    private final Contents contents;
    private final String runningHead;

    /**
     * @param runningHead stands on each page
     * @param identity the same for the same content: becomes the document's identifier, in which others have the time
     */
    public Booklet(String title, String runningHead, long identity) throws IOException {
        document.setDocumentId(identity);
        document.setVersion(1.7f);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        this.pages = new Pages(document);
        this.contents = new Contents(document, pages);
        this.runningHead = pages.faces().printable(runningHead);
        pages.turn(true);
    }

    /** @param chapters how many will come, for the table of contents */
    public void cover(String title, String subtitle, List<Labelled> facts, String explanation, int chapters)
            throws IOException {
        pages.down(90);
        lines(title, Style.TITLE);
        lines(subtitle, Style.SECTION.of(Tone.SOFT).sized(12));
        pages.down(14);
        pages.rule(pages.left(), pages.y(), pages.width(), Tone.ACCENT, 1.5f);
        pages.down(16);
        facts(facts);
        pages.down(6);
        lines(explanation, Style.NOTE);
        pages.down(20);
        lines("目录", Style.SECTION);
        pages.down(4);
        contents.reserve(chapters);
    }

    /** Begins on a page of its own. */
    public void chapter(String title) throws IOException {
        pages.turn(true);
        contents.chapter(title);
        lines(title, Style.CHAPTER);
        pages.down(6);
    }

    public void section(String title) throws IOException {
        pages.need(WITH_HEADING);
        pages.down(6);
        contents.section(title);
        lines(title, Style.SECTION);
        pages.down(2);
    }

    public void paragraph(String text) throws IOException {
        lines(text, Style.BODY);
        pages.down(4);
    }

    /** Smaller, and less loud. */
    public void note(String text) throws IOException {
        lines(text, Style.NOTE);
        pages.down(4);
    }

    /** What each is stands on the left. */
    public void facts(List<Labelled> facts) throws IOException {
        float indent = pages.width() * LABELS;
        for (Labelled fact : facts) {
            String value = pages.faces().printable(fact.value() == null || fact.value().isEmpty() ? "—" : fact.value());
            List<String> lines = LineBreaks.lines(pages.faces(), value, pages.width() - indent, Style.BODY.size());
            pages.need(Style.BODY.leading());
            pages.text(
                    pages.faces().printable(fact.label()), pages.left(), pages.y() - Style.LABEL.rise(), Style.LABEL);
            print(lines, pages.left() + indent, Style.BODY);
            pages.down(2);
        }
        pages.down(4);
    }

    /** @param rows each with a text for every column */
    public void table(List<Column> columns, List<List<String>> rows) throws IOException {
        new Grid(pages, columns).print(rows);
    }

    /** On pages of its own, as many as it needs to be read, each with the caption. */
    public void diagram(String caption, Diagram diagram, Walk walk) throws IOException {
        new DiagramPages(pages, contents).print(caption, diagram, walk);
    }

    /** The PDF. Nothing can be printed afterwards. */
    public byte[] bytes() throws IOException {
        pages.finish();
        contents.write();
        foot();
        return Unpacked.bytes(document);
    }

    private void foot() throws IOException {
        int count = document.getNumberOfPages();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.APPEND, false, true)) {
                String numbered = "第 %d 页，共 %d 页".formatted(number, count);
                float right = page.getMediaBox().getWidth() - Pages.MARGIN;
                pages.write(out, runningHead, Pages.MARGIN, 26, Style.FOOT);
                pages.write(out, numbered, right - pages.faces().width(numbered, Style.FOOT.size()), 26, Style.FOOT);
            }
        }
    }

    private void lines(String text, Style style) throws IOException {
        String printable = pages.faces().printable(text);
        print(LineBreaks.lines(pages.faces(), printable, pages.width(), style.size()), pages.left(), style);
    }

    private void print(List<String> lines, float x, Style style) throws IOException {
        for (String line : lines) {
            pages.need(style.leading());
            pages.text(line, x, pages.y() - style.rise(), style);
            pages.down(style.leading());
        }
    }

    @Override
    public void close() throws IOException {
        pages.close();
        document.close();
    }
}
